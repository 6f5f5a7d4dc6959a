import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { recordInteraction } from '@/lib/services/widget/record-interaction';

export const OPTIONS = widgetPreflight;
export const POST = widgetSessionRoute(widgetEndpoints.interaction, ({ db, session, params, body }) =>
  recordInteraction(db, session, params.id ?? '', body),
);
