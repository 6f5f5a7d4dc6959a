import { scheduleEndpoints } from '@/lib/contracts/endpoints/schedules';
import { route } from '@/lib/http/route';
import { previewHolidays } from '@/lib/services/schedules/preview-holidays';

export const POST = route(scheduleEndpoints.previewHolidays, (call) => previewHolidays(call, call.body));
