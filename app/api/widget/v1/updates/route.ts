import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { readUpdates } from '@/lib/runtime/widget/follow-conversation';

export const OPTIONS = widgetPreflight;
export const GET = widgetSessionRoute(widgetEndpoints.updates, async ({ db, session, query }) => {
  return { events: await readUpdates(db, session, query) };
});
