import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { takeAllowance } from '@/lib/http/allowance';
import { originOf, widgetPreflight, widgetRoute } from '@/lib/http/widget-route';
import { openSession } from '@/lib/runtime/widget/open-session';
import { findWidgetChannel, requireAllowedOrigin } from '@/lib/services/widget/find-channel';

export const OPTIONS = widgetPreflight;
export const POST = widgetRoute(widgetEndpoints.session, async ({ db, body, request, address }) => {
  const channel = await findWidgetChannel(db, body.channel);
  requireAllowedOrigin(channel, originOf(request));
  return openSession(db, channel, body, { onNewCustomer: () => takeAllowance('widgetCustomers', address) });
});
