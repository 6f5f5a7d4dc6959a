import { listChannels } from '@/lib/services/channels/read';
import type { Context } from '@/lib/services/context';
import { listGroups } from '@/lib/services/groups/read';
import { may } from '@/lib/services/permit';

/** What a bot can be published to, and whom it can hand over to. */
export async function loadPlaces(context: Context) {
  const page = { page: 1, pageSize: 200 };
  const [web, mobile, groups] = await Promise.all([
    listChannels(context, { ...page, kind: 'web' }),
    listChannels(context, { ...page, kind: 'mobile' }),
    listGroups(context, page),
  ]);
  return {
    channels: [...web.items, ...mobile.items].map(({ key, name, bot }) => ({ key, name, bot })),
    groups: groups.items.map(({ key, name }) => ({ key, name })),
    mayWrite: may(context.actor, 'bots.write'),
  };
}
