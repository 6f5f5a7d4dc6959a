import type { Database } from '@/db/client';
import type { WidgetSession as SessionAnswer, SessionInput, WidgetCustomer } from '@/lib/contracts/widget';
import { beginSession } from '@/lib/services/widget/begin-session';
import { presentConfig, readSituation } from '@/lib/services/widget/config';
import type { WidgetChannel } from '@/lib/services/widget/find-channel';
import type { WidgetSession } from '@/lib/services/widget/find-session';
import { readConversation } from '@/lib/services/widget/read-conversation';
import type { IngestOptions } from '../ingest/ingest';
import { tryToIdentify } from './identify';

export interface OpenOptions extends IngestOptions {
  /** Of tests; else the database's. */
  readonly now?: Date;
  /** Called before a customer is made: it may refuse. */
  readonly onNewCustomer?: () => void;
}

/** Begins or resumes a session; a JWT that is refused leaves it as it was, and is told. */
export async function openSession(
  database: Database,
  channel: WidgetChannel,
  input: SessionInput,
  { onNewCustomer, now, ...options }: OpenOptions = {},
): Promise<SessionAnswer> {
  const { session: begun, token } = await beginSession(database, channel, input, { now: now ?? null, onNewCustomer });
  const { jwt } = input;
  const { session, fault } =
    jwt === undefined ? { session: begun, fault: null } : await tryToIdentify(database, begun, { token, jwt }, options);
  const situation = await readSituation(database, channel, session.now);
  return {
    ...presentConfig(channel, situation, { asked: input.channel, language: session.language }),
    token,
    expiresAt: session.expiresAt.toISOString(),
    customer: presentCustomer(session),
    conversation: await readConversation(database, session),
    jwtError: fault,
  };
}

export function presentCustomer({ customer: { id, name, email, anonymous } }: WidgetSession): WidgetCustomer {
  return { id, name, email, identified: !anonymous };
}
