import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { originOf, widgetPreflight, widgetRoute } from '@/lib/http/widget-route';
import { findWidgetChannel, requireAllowedOrigin } from '@/lib/services/widget/find-channel';
import { reportedLanguage } from '@/lib/services/widget/language';
import { proactiveOffer } from '@/lib/services/widget/proactive-offer';

export const OPTIONS = widgetPreflight;
export const GET = widgetRoute(widgetEndpoints.proactive, async ({ db, query, request }) => {
  const channel = await findWidgetChannel(db, query.channel);
  requireAllowedOrigin(channel, originOf(request));
  const language = reportedLanguage({ known: null, page: query.lang, browser: query.browser });
  const offer = await proactiveOffer(db, channel, language);
  return Response.json(offer, { headers: { 'cache-control': 'public, max-age=30' } });
});
