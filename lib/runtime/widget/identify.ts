import type { Database } from '@/db/client';
import type { CustomerIdentity } from '@/lib/auth/customer-jwt';
import { AppError } from '@/lib/contracts/app-error';
import type { JwtFault } from '@/lib/contracts/channel-key';
import { requireSession, type WidgetSession } from '@/lib/services/widget/find-session';
import { identifySession, readIdentity } from '@/lib/services/widget/identify';
import { tellHints } from '../hints';
import type { IngestOptions } from '../ingest/ingest';
import { closeKnownForm } from './give-details';

/** Binds the session of `token` to who the JWT says. @throws AppError `invalid` at `jwt` with the fault; nothing changes */
export async function identify(
  database: Database,
  session: WidgetSession,
  { token, jwt }: { token: string; jwt: string },
  options: IngestOptions = {},
): Promise<WidgetSession> {
  const read = await readIdentity(database, session, jwt);
  if ('fault' in read) {
    throw new AppError('invalid', {}, { issues: [{ path: 'jwt', code: read.fault, params: read.params }] });
  }
  return bind(database, session, { token, identity: read.identity }, options);
}

/** The same, where a JWT that is refused leaves the session as it is. */
export async function tryToIdentify(
  database: Database,
  session: WidgetSession,
  { token, jwt }: { token: string; jwt: string },
  options: IngestOptions = {},
): Promise<{ session: WidgetSession; fault: JwtFault | null }> {
  const read = await readIdentity(database, session, jwt);
  if ('fault' in read) return { session, fault: read.fault };
  return { session: await bind(database, session, { token, identity: read.identity }, options), fault: null };
}

async function bind(
  database: Database,
  session: WidgetSession,
  { token, identity }: { token: string; identity: CustomerIdentity },
  options: IngestOptions,
): Promise<WidgetSession> {
  const { accountId: account, customer } = session;
  const { customer: into, conversations } = await identifySession(database, session, identity);
  tellHints(database, [
    ...[customer.id, into].map((id) => ({ account, topic: 'customer', id, seq: 0 }) as const),
    ...conversations.map((id) => ({ account, topic: 'conversation', id, seq: 0 }) as const),
  ]);
  const bound = await requireSession(database, token, options.clock ? session.now : null);
  await closeKnownForm(database, bound, options);
  return bound;
}
