import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { tellTyping } from '@/lib/runtime/widget/tell';

export const OPTIONS = widgetPreflight;
export const POST = widgetSessionRoute(widgetEndpoints.typing, ({ db, session, body }) =>
  tellTyping(db, session, body.typing),
);
