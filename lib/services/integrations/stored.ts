import type { Queries } from '@/db/client';
import { decrypt, encrypt } from '@/lib/auth/encryption';
import { AppError, type Issue, invalid } from '@/lib/contracts/app-error';
import { type ConnectorDefinition, secretsOf } from '@/lib/contracts/connectors/definition';
import { toIssues } from '@/lib/contracts/issues';

export type Secrets = Readonly<Record<string, string>>;

/** As stored. Null when the kind is no longer known. */
export function checkSettings(definition: ConnectorDefinition, settings: object): Record<string, unknown> {
  const result = definition.settings.safeParse(settings, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError('invalid', {}, { issues: toIssues(result.error.issues, ['settings']) });
}

/** What is kept with a change applied: null forgets. @throws AppError `invalid` for unknown and missing ones */
export function mergeSecrets(
  definition: ConnectorDefinition,
  kept: Secrets,
  change: Readonly<Record<string, string | null | undefined>>,
): Secrets {
  const known = secretsOf(definition);
  const issues: Issue[] = Object.keys(change)
    .filter((name) => known.every((each) => each.name !== name))
    .map((name) => ({ path: `secrets.${name}`, code: 'unknown_key', params: { key: name } }));
  const merged = Object.fromEntries(
    Object.entries({ ...kept, ...change }).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  for (const { name, required } of known)
    if (required && merged[name] === undefined) issues.push({ path: `secrets.${name}`, code: 'required' });
  if (issues.length > 0) throw new AppError('invalid', {}, { issues });
  return merged;
}

/** Columns that keep settings and secrets; the names of the secrets stand beside the settings, to be shown. */
export function columnsOf(settings: object, secrets: Secrets) {
  const names = Object.keys(secrets);
  return {
    settings: names.length > 0 ? { ...settings, secrets: names } : { ...settings },
    secretEncrypted: names.length > 0 ? encrypt(JSON.stringify(secrets)) : null,
  };
}

/** Opened only to be merged with a change or tried. What SIGNALBOX_SECRET no longer opens counts as not kept. */
export async function readSecrets(tx: Queries, accountId: string, id: string): Promise<Secrets> {
  const [row] = await tx.query<{ sealed: string | null }>(
    'select secret_encrypted as sealed from integrations where account_id = $1 and id = $2',
    [accountId, id],
  );
  if (!row?.sealed) return {};
  try {
    return JSON.parse(decrypt(row.sealed));
  } catch {
    return {};
  }
}

/** @throws AppError `invalid` (`only_one`) when the account has another of a kind that it connects once */
export async function refuseSecond(
  tx: Queries,
  accountId: string,
  { kind, single }: ConnectorDefinition,
): Promise<void> {
  if (!single) return;
  const [other] = await tx.query<{ name: string }>(
    'select name from integrations where account_id = $1 and kind = $2 limit 1',
    [accountId, kind],
  );
  if (other) throw invalid('kind', 'only_one', { name: other.name });
}
