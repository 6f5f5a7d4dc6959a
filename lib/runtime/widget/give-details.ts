import type { Database } from '@/db/client';
import { AppError, type Issue } from '@/lib/contracts/app-error';
import type { DetailField } from '@/lib/contracts/widget';
import type { WidgetSession } from '@/lib/services/widget/find-session';
import { readHead } from '@/lib/services/widget/read-conversation';
import { readReception } from '@/lib/services/widget/reception';
import type { IngestOptions } from '../ingest/ingest';
import { findDone, submitFromWidget } from './submit';

export interface DetailsInput {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
}

/**
 * Answers the form that is open: every field that it asks for; others are left aside.
 * @throws AppError `conflict` (`no_form`), `invalid` at a field that is missing
 */
export async function giveDetails(
  database: Database,
  session: WidgetSession,
  input: DetailsInput,
  options: IngestOptions = {},
): Promise<void> {
  if (await findDone(database, session, input.id)) return;
  const head = await readHead(database, session);
  const form = head?.view.form;
  if (!head || !form) throw new AppError('conflict', { reason: 'no_form' });
  const details = pick(form.fields, input);
  const text = Object.values(details).join('\n');
  const message = { id: input.id, text, sender: { type: 'customer' }, details } as const;
  const reception = await readReception(database, session, head.view.phase);
  const command = { verb: 'details_given', purpose: form.purpose, message, reception } as const;
  await submitFromWidget(
    database,
    session,
    { id: input.id, same: { name: input.name ?? null, email: input.email ?? null }, conversation: head.extId, command },
    options,
  );
}

/** A form asks nothing any more when the customer has become known: then it closes by itself, and humans are called. */
export async function closeKnownForm(
  database: Database,
  session: WidgetSession,
  options: IngestOptions = {},
): Promise<void> {
  const head = await readHead(database, session);
  if (head?.view.phase !== 'details' || head.view.form !== null) return;
  const message = { text: '', sender: { type: 'customer' }, details: {} } as const;
  const reception = await readReception(database, session, head.view.phase);
  const command = { verb: 'details_given', purpose: 'details', message, reception } as const;
  const sending = { id: `known:${head.id}`, same: {}, conversation: head.extId, command };
  await submitFromWidget(database, session, sending, options).catch((error: unknown) => {
    // The customer answered it, or an agent took it, a moment ago.
    if (!(error instanceof AppError && error.code === 'conflict')) throw error;
  });
}

function pick(fields: readonly DetailField[], input: DetailsInput): Partial<Record<DetailField, string>> {
  const missing = fields.filter((field) => input[field] === undefined);
  const issues = missing.map((path): Issue => ({ path, code: 'required' }));
  if (issues.length > 0) throw new AppError('invalid', {}, { issues });
  return Object.fromEntries(fields.map((field) => [field, input[field] ?? '']));
}
