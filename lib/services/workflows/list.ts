import type { WorkflowQuery, WorkflowSummary } from '@/lib/contracts/workflow';
import type { Action, Group } from '@/lib/engine/rule';
import { startOf } from '@/lib/engine/start';
import { connectedOf, connectorsOf } from '../connectors/connected';
import type { Context } from '../context';
import { listRulesWith } from '../rules/list';
import { workflows } from './family';

interface Columns {
  position: number;
  when: Group;
  do: Action[];
}

/** One page of the account's workflows, in the order in which they run unless asked otherwise. @throws AppError `forbidden` */
export async function listWorkflows(context: Context, query: WorkflowQuery) {
  const { items, ...page } = await listRulesWith<Columns>(
    workflows,
    context,
    { ...query, sort: query.sort ?? 'position' },
    `, r.position, r.body -> 'when' as "when", r.body -> 'do' as "do"`,
  );
  const connected = await connectedOf(context.db, context.actor.accountId);
  return {
    ...page,
    items: items.map(({ on: _on, ...row }): WorkflowSummary => {
      const needed = connectorsOf('workflow', row.do).map(({ connector }) => connector);
      // Plain JSON on both sides; the contract describes it more loosely.
      const body = { when: row.when, do: row.do } as unknown as Pick<WorkflowSummary, 'when' | 'do'>;
      return { ...row, ...body, start: startOf(row.when), waitsFor: needed.filter((each) => !connected.has(each)) };
    }),
  };
}
