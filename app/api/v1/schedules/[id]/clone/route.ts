import { scheduleEndpoints } from '@/lib/contracts/endpoints/schedules';
import { route } from '@/lib/http/route';
import { cloneSchedule } from '@/lib/services/schedules/create';

export const POST = route(scheduleEndpoints.clone, (call) => cloneSchedule(call, call.params.id ?? '', call.locale));
