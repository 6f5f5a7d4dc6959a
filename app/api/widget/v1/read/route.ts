import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { tellRead } from '@/lib/runtime/widget/tell';

export const OPTIONS = widgetPreflight;
export const POST = widgetSessionRoute(widgetEndpoints.read, ({ db, session, body }) =>
  tellRead(db, session, body.seq),
);
