import type { Trigger } from '@/lib/contracts/trigger';
import { fold } from '@/lib/engine/fold';
import type { RuleRow, RuleToWrite } from '../rules/rule-row';

/** A stored trigger as the API answers it. */
export function present(row: RuleRow): Trigger {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    active: row.active,
    oncePerTicket: row.once,
    channels: row.channels,
    on: row.body.on,
    // Plain JSON on both sides; the contract describes it more loosely.
    when: row.body.when as unknown as Trigger['when'],
    do: row.body.do as unknown as Trigger['do'],
    version: row.version,
    broken: row.broken,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The row with its text for searching. */
export function toWrite(row: Omit<RuleToWrite, 'search'>): RuleToWrite {
  return { ...row, search: fold(`${row.name}\n${row.description}`) };
}
