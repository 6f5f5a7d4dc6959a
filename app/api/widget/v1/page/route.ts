import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { tellPage } from '@/lib/runtime/widget/tell';

export const OPTIONS = widgetPreflight;
export const POST = widgetSessionRoute(widgetEndpoints.page, ({ db, session, body }) => tellPage(db, session, body));
