import { issuesOfTexts } from '../liquid/check-text';
import type { RuleIssue } from './issues';
import { issuesOfBody } from './rule-body';

/**
 * What is wrong with a workflow's `when` and `do`: with the texts' variables, too. Apart from the walk that all families
 * share, because it brings Liquid with it.
 */
export function issuesOfWorkflow(body: { readonly when?: unknown; readonly do?: unknown }): RuleIssue[] {
  return [...issuesOfBody('workflow', body), ...issuesOfTexts('workflow', body.do)];
}
