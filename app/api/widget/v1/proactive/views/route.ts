import { readBearer } from '@/lib/auth/authenticate';
import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { takeAllowance } from '@/lib/http/allowance';
import { originOf, widgetPreflight, widgetRoute } from '@/lib/http/widget-route';
import { findWidgetChannel, requireAllowedOrigin } from '@/lib/services/widget/find-channel';
import { findSession } from '@/lib/services/widget/find-session';
import { recordViews } from '@/lib/services/widget/record-views';

export const OPTIONS = widgetPreflight;
export const POST = widgetRoute(widgetEndpoints.views, async ({ db, body, request, address }) => {
  const channel = await findWidgetChannel(db, body.channel);
  requireAllowedOrigin(channel, originOf(request));
  takeAllowance('widgetViews', address);
  const token = readBearer(request.headers.get('authorization'));
  const session = token === undefined ? undefined : await findSession(db, token);
  const usable = session?.channel.id === channel.id && !session.ended && session.expiresAt > session.now;
  await recordViews(db, channel, usable ? session.customer.id : null, body);
  return new Response(null, { status: 204 });
});
