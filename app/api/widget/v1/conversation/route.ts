import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { readConversation } from '@/lib/services/widget/read-conversation';

export const OPTIONS = widgetPreflight;
export const GET = widgetSessionRoute(widgetEndpoints.conversation, async ({ db, session }) => {
  return { conversation: await readConversation(db, session) };
});
