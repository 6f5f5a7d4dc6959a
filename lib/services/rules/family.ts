import type { Queries } from '@/db/client';
import type { Capability } from '../permit';
import type { RuleRow, RuleToWrite } from './rule-row';

/** What a caller decides about a rule, as it is stored. */
export type RuleSettings = Pick<
  RuleToWrite,
  'name' | 'description' | 'active' | 'draft' | 'once' | 'channels' | 'body'
>;

/** What one family of rules adds to the verbs that all of them share. */
export interface RuleFamily<Answer extends object = object> {
  readonly family: RuleRow['family'];
  /** As in the change history and in errors. */
  readonly kind: string;
  /** Refuses what only the account can tell: a bot that is not published on the channel. @throws AppError `invalid` */
  check?(tx: Queries, accountId: string, rule: Pick<RuleSettings, 'body' | 'draft'>): Promise<void>;
  /** Validates what a caller sent; `version` is the one the change was made on. @throws AppError `invalid` */
  parse(input: unknown): RuleSettings & { version?: number };
  /** The rule as the API answers it. */
  answer(row: RuleRow): Answer;
  /** The rule as it is exported and imported: what `parse` takes. */
  portable(row: RuleRow): object;
  /** What `parse` takes, out of a stored version; the version itself when absent. */
  versionToInput?(version: Readonly<Record<string, unknown>>): unknown;
  /** Active rules that an account may have. */
  readonly activeLimit: number;
  /** Rules that an account may have, active or not; any number when absent. */
  readonly totalLimit?: number;
}

export const READ: Capability = 'rules.read';
export const WRITE: Capability = 'rules.write';
