import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { originOf, widgetPreflight, widgetRoute } from '@/lib/http/widget-route';
import { recordSighting } from '@/lib/services/channels/sightings';
import { presentConfig, readSituation } from '@/lib/services/widget/config';
import { findWidgetChannel, isOriginAllowed, requireAllowedOrigin } from '@/lib/services/widget/find-channel';
import { reportedLanguage } from '@/lib/services/widget/language';

export const OPTIONS = widgetPreflight;
export const GET = widgetRoute(widgetEndpoints.config, async ({ db, query, request }) => {
  const channel = await findWidgetChannel(db, query.channel);
  const origin = originOf(request);
  if (origin !== null) {
    const { accountId, id: channelId } = channel;
    await recordSighting(db, { accountId, channelId, origin, allowed: isOriginAllowed(channel, origin) });
  }
  requireAllowedOrigin(channel, origin);
  const language = reportedLanguage({ known: null, page: query.lang, browser: query.browser });
  const config = presentConfig(channel, await readSituation(db, channel), { asked: query.channel, language });
  return Response.json(config, { headers: { 'cache-control': 'public, max-age=30' } });
});
