import type { Queries } from '@/db/client';
import type { Connector } from '@/lib/engine/definition';
import { actionsFor } from '@/lib/engine/registry';
import { connectedOf } from '../connectors/connected';
import type { Context } from '../context';
import { permit } from '../permit';
import { READ } from '../rules/family';

/** What the editor of workflows says beside a workflow. */
export interface WorkflowEditing {
  /** Of the account: days and times are meant in it. */
  readonly timeZone: string;
  /** What actions need and is not connected yet. */
  readonly unconnected: readonly Connector[];
}

/** @throws AppError `forbidden` */
export async function workflowEditing({ db, actor }: Context): Promise<WorkflowEditing> {
  permit(actor, READ);
  const [timeZone, connected] = await Promise.all([zoneOf(db, actor.accountId), connectedOf(db, actor.accountId)]);
  const needed = new Set(actionsFor('workflow').flatMap(({ connector }) => connector ?? []));
  return { timeZone, unconnected: [...needed].filter((each) => !connected.has(each)) };
}

async function zoneOf(db: Queries, accountId: string): Promise<string> {
  const [row] = await db.query<{ zone: string }>('select time_zone as zone from accounts where id = $1', [accountId]);
  return row?.zone ?? 'UTC';
}
