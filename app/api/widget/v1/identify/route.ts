import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { identify } from '@/lib/runtime/widget/identify';
import { presentCustomer } from '@/lib/runtime/widget/open-session';
import { readConversation } from '@/lib/services/widget/read-conversation';

export const OPTIONS = widgetPreflight;
export const POST = widgetSessionRoute(widgetEndpoints.identify, async ({ db, session, token, body }) => {
  const bound = await identify(db, session, { token, jwt: body.jwt });
  return { customer: presentCustomer(bound), conversation: await readConversation(db, bound) };
});
