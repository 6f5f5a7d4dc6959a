import { and, eq, sql } from 'drizzle-orm';
import { integrations } from '@/db/schema';
import { AppError, invalid } from '@/lib/contracts/app-error';
import { connectorDefinition } from '@/lib/contracts/connectors/registry';
import { type Integration, type IntegrationChange, integrationChange } from '@/lib/contracts/integration';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey, resolveByKey } from '../find-by-key';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { said } from './create';
import { readIntegration } from './read';
import { checkSettings, columnsOf, mergeSecrets, readSecrets } from './stored';

/**
 * What the change leaves out stays, also within settings and secrets. Another setting or secret forgets what went wrong
 * with the old one, and what that offered. @throws AppError `forbidden`, `not_found`, `stale_version`, `invalid`
 */
export async function updateIntegration(
  context: Context,
  keyOrId: string,
  input: IntegrationChange,
  ifMatch?: number,
): Promise<Integration> {
  permit(context.actor, 'settings.manage');
  const { name, channel, settings, secrets, active, version = ifMatch } = parse(integrationChange, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const { id } = await requireByKey(tx, 'integrations', accountId, keyOrId);
    const before = await readIntegration(tx, accountId, id);
    if (version !== undefined && version !== before.version)
      throw new AppError('stale_version', { version }, { currentVersion: before.version });
    const definition = connectorDefinition(before.kind);
    if (!definition) throw invalid('kind', 'not_one_of');
    const touched = settings !== undefined || secrets !== undefined;
    const merged = mergeSecrets(definition, await readSecrets(tx, accountId, id), secrets ?? {});
    const kept = touched && columnsOf(checkSettings(definition, { ...before.settings, ...settings }), merged);
    const channelId = channel ? (await resolveByKey(tx, 'channels', accountId, channel, 'channel')).id : channel;
    const fresh = touched && {
      state: sql`${integrations.state} - array['lastError', 'lastDetail', 'lastErrorAt', 'pausedUntil', 'offered']`,
    };
    await tx.drizzle
      .update(integrations)
      .set({ name, active, channelId, ...kept, ...fresh, version: before.version + 1, updatedAt: new Date() })
      .where(and(eq(integrations.accountId, accountId), eq(integrations.id, id)));
    const after = await readIntegration(tx, accountId, id);
    const renewed = Object.keys(secrets ?? {});
    await record(tx, context.actor, {
      ...{ kind: 'integration', id, name: after.name, verb: 'updated' },
      before: said(before),
      after: { ...said(after), ...(renewed.length > 0 && { renewed }) },
    });
    return after;
  });
}
