import type { Queries } from '@/db/client';
import type { Capability } from '../permit';
import type { RuleChange } from './change-rules';
import type { RuleRow, RuleToWrite } from './rule-row';

/** What a caller decides about a rule, as it is stored. */
export type RuleSettings = Pick<
  RuleToWrite,
  'name' | 'description' | 'active' | 'draft' | 'once' | 'channels' | 'body'
> & {
  /** The place that the caller wants it to have, 1 being the first. */
  readonly position?: number;
};

/** A rule as it stands after a change. */
export type RuleState = Pick<RuleToWrite, 'id' | 'active' | 'body' | 'deleted'>;

/** What one family of rules adds to the verbs that all of them share. */
export interface RuleFamily<Answer extends object = object> {
  readonly family: RuleRow['family'];
  /** As in the change history and in errors. */
  readonly kind: string;
  /** Refuses what only the account can tell: a bot that is not published on the channel. @throws AppError `invalid` */
  check?(tx: Queries, accountId: string, rule: Pick<RuleSettings, 'body' | 'draft' | 'active'>): Promise<void>;
  /** What follows from rules as they are now stored, in the same change. */
  stored?(change: RuleChange, rows: readonly RuleState[]): Promise<void>;
  /** Validates what a caller sent; `version` is the one the change was made on. @throws AppError `invalid` */
  parse(input: unknown): RuleSettings & { version?: number };
  /** The rule as the API answers it. */
  answer(row: RuleRow): Answer;
  /** The rule as it is exported and imported: what `parse` takes. */
  portable(row: RuleRow): object;
  /** What `parse` takes, out of a stored version; the version itself when absent. */
  versionToInput?(version: Readonly<Record<string, unknown>>): unknown;
  /** People set their order: positions are 1, 2, … without gaps. */
  readonly ordered?: boolean;
  /** Active rules that an account may have. */
  readonly activeLimit: number;
  /** Rules that an account may have, active or not; any number when absent. */
  readonly totalLimit?: number;
}

export const READ: Capability = 'rules.read';
export const WRITE: Capability = 'rules.write';
