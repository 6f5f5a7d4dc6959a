import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { writeMessage } from '@/lib/runtime/widget/write-message';
import { readOlderMessages, requireConversation } from '@/lib/services/widget/read-conversation';

export const OPTIONS = widgetPreflight;
export const GET = widgetSessionRoute(widgetEndpoints.older, ({ db, session, query }) =>
  readOlderMessages(db, session, query.before),
);
export const POST = widgetSessionRoute(
  widgetEndpoints.write,
  async ({ db, session, body }) => {
    await writeMessage(db, session, body);
    return { conversation: await requireConversation(db, session) };
  },
  { allowance: 'widgetMessages' },
);
