import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { giveDetails } from '@/lib/runtime/widget/give-details';
import { requireConversation } from '@/lib/services/widget/read-conversation';

export const OPTIONS = widgetPreflight;
export const POST = widgetSessionRoute(
  widgetEndpoints.details,
  async ({ db, session, body }) => {
    await giveDetails(db, session, body);
    return { conversation: await requireConversation(db, session) };
  },
  { allowance: 'widgetMessages' },
);
