import { invalid } from '@/lib/contracts/app-error';
import type { ConnectorDefinition } from '@/lib/contracts/connectors/definition';
import { connectorDefinition } from '@/lib/contracts/connectors/registry';
import type { ConnectionCheck, ConnectionResult, ConnectionTest } from '@/lib/contracts/integration';
import type { Context } from '@/lib/services/context';
import { readIntegration } from '@/lib/services/integrations/read';
import { checkSettings, mergeSecrets, readSecrets, type Secrets } from '@/lib/services/integrations/stored';
import { permit } from '@/lib/services/permit';
import type { Connection, Connector } from './connector';
import { noteHealth } from './health';
import { mayBePrivate, withoutSecrets } from './open';
import { AttemptFailed } from './outcome';
import { connectorOf } from './registry';

type Tried = { kind: string; integrationId: string; settings: object; secrets: Secrets };

/**
 * *Test connection* of an integration, with what a form changes of it. Tried as stored, its health says so from then on.
 * @throws AppError `forbidden`, `not_found`, `invalid`
 */
export async function testIntegration(context: Context, id: string, input: ConnectionTest): Promise<ConnectionResult> {
  const { db, actor } = context;
  permit(actor, 'settings.manage');
  const stored = await readIntegration(db, actor.accountId, id);
  const kept = await readSecrets(db, actor.accountId, stored.id);
  const { definition } = partsOf(stored.kind);
  const settings = checkSettings(definition, { ...stored.settings, ...input.settings });
  const secrets = mergeSecrets(definition, kept, input.secrets ?? {});
  const result = await run(context, { kind: stored.kind, integrationId: stored.id, settings, secrets }, input.to);
  if (input.settings === undefined && input.secrets === undefined) await note(context, stored.id, result);
  return result;
}

/** The same before anything is saved. @throws AppError `forbidden`, `invalid` */
export async function testNewConnection(
  context: Context,
  { kind, settings = {}, secrets = {}, to }: ConnectionTest & { kind: string },
): Promise<ConnectionResult> {
  permit(context.actor, 'settings.manage');
  const { definition } = partsOf(kind);
  const checked = checkSettings(definition, settings);
  const merged = mergeSecrets(definition, {}, secrets);
  return run(context, { kind, integrationId: '', settings: checked, secrets: merged }, to);
}

/** @throws AppError `invalid` when there is nothing to try */
function partsOf(kind: string): { definition: ConnectorDefinition; connector: Connector } {
  const definition = connectorDefinition(kind);
  const connector = connectorOf(kind);
  if (!definition || !connector) throw invalid('kind', 'not_one_of');
  return { definition, connector };
}

async function run(
  { db, actor }: Context,
  { kind, integrationId, settings, secrets }: Tried,
  to: string | undefined,
): Promise<ConnectionResult> {
  const { connector } = partsOf(kind);
  const connection: Connection = {
    ...{ database: db, accountId: actor.accountId, integrationId, kind, secrets },
    settings: { ...settings },
    allowPrivate: mayBePrivate(),
  };
  const checks = (await tried(connector, connection, to)).map((check) => ({
    ...check,
    detail: check.detail && withoutSecrets(check.detail, secrets),
  }));
  return { ok: checks.every(({ ok }) => ok), checks };
}

async function tried(connector: Connector, connection: Connection, to: string | undefined): Promise<ConnectionCheck[]> {
  try {
    return await connector.test(connection, { to });
  } catch (error) {
    if (!(error instanceof AttemptFailed)) throw error;
    return [{ part: 'connection', ok: false, code: error.message, detail: error.failure.detail ?? null }];
  }
}

async function note({ db, actor }: Context, integrationId: string, { ok, checks }: ConnectionResult): Promise<void> {
  const now = new Date();
  const failed = checks.find((check) => !check.ok);
  const health = ok
    ? { lastSuccessAt: now }
    : { lastErrorAt: now, lastError: failed?.code ?? 'unknown', lastDetail: failed?.detail ?? null };
  await noteHealth(db, { accountId: actor.accountId, integrationId }, health);
}
