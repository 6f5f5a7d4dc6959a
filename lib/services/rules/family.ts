import type { Capability } from '../permit';
import type { RuleRow, RuleToWrite } from './rule-row';

/** What a caller decides about a rule, as it is stored. */
export type RuleSettings = Pick<RuleToWrite, 'name' | 'description' | 'active' | 'once' | 'channels' | 'body'>;

/** What one family of rules adds to the verbs that all of them share. */
export interface RuleFamily<Answer extends object = object> {
  readonly family: RuleRow['family'];
  /** As in the change history and in errors. */
  readonly kind: string;
  /** Validates what a caller sent; `version` is the one the change was made on. @throws AppError `invalid` */
  parse(input: unknown): RuleSettings & { version?: number };
  /** The rule as the API answers it. */
  answer(row: RuleRow): Answer;
  /** The rule as it is exported and imported: what `parse` takes. */
  portable(row: RuleRow): object;
  /** Active rules that an account may have. */
  readonly activeLimit: number;
}

export const READ: Capability = 'rules.read';
export const WRITE: Capability = 'rules.write';
