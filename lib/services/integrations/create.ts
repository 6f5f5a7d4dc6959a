import { integrations } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { invalid } from '@/lib/contracts/app-error';
import { connectorDefinition } from '@/lib/contracts/connectors/registry';
import { type Integration, type IntegrationInput, integrationInput } from '@/lib/contracts/integration';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { chooseKey, resolveByKey } from '../find-by-key';
import { permit } from '../permit';
import { healReferences } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readIntegration } from './read';
import { checkSettings, columnsOf, mergeSecrets, refuseSecond } from './stored';

/** @throws AppError `forbidden`, `invalid` (`only_one`, `key_taken`, what the kind asks for) */
export async function createIntegration(context: Context, input: IntegrationInput): Promise<Integration> {
  permit(context.actor, 'settings.manage');
  const { name, kind, active = true, ...given } = parse(integrationInput, input);
  const definition = connectorDefinition(kind);
  if (!definition) throw invalid('kind', 'not_one_of');
  const secrets = mergeSecrets(definition, {}, given.secrets ?? {});
  const kept = columnsOf(checkSettings(definition, given.settings), secrets);
  return changeRules(context, async ({ tx, accountId }) => {
    await refuseSecond(tx, accountId, definition);
    const key = await chooseKey(tx, 'integrations', accountId, { key: given.key, name });
    const { channel } = given;
    const channelId = channel ? (await resolveByKey(tx, 'channels', accountId, channel, 'channel')).id : null;
    const id = uuidV7();
    await tx.drizzle.insert(integrations).values({ accountId, id, key, name, kind, channelId, active, ...kept });
    await healReferences(tx, accountId, 'integration', key);
    const integration = await readIntegration(tx, accountId, id);
    const after = said(integration);
    await record(tx, context.actor, { kind: 'integration', id, name, verb: 'created', after });
    return integration;
  });
}

/** As the change history keeps it: how it is doing is no change of anybody's. */
export function said({ health: _health, ...integration }: Integration): object {
  return integration;
}
