import type { Context } from '../context';
import { permit } from '../permit';
import type { StoredBody } from '../rules/rule-row';

/** A trigger as the developer view writes it: what an import reads. */
export type ExportedTrigger = StoredBody & {
  name: string;
  description: string;
  active: boolean;
  oncePerTicket: boolean;
  channels: string[];
};

/** Every trigger, in order of position. */
export async function exportTriggers({ db, actor }: Context): Promise<ExportedTrigger[]> {
  permit(actor, 'rules.read');
  const rows = await db.query<Omit<ExportedTrigger, keyof StoredBody> & { body: StoredBody }>(
    `select name, description, active, once as "oncePerTicket", channels, body from rules
      where account_id = $1 and family = 'trigger' and deleted_at is null order by position, lower(name)`,
    [actor.accountId],
  );
  return rows.map(({ body, ...settings }) => ({ ...settings, on: body.on, when: body.when, do: body.do }));
}
