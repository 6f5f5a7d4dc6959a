import { scheduleEndpoints } from '@/lib/contracts/endpoints/schedules';
import { route } from '@/lib/http/route';
import { createSchedule } from '@/lib/services/schedules/create';
import { listSchedules } from '@/lib/services/schedules/read';

export const GET = route(scheduleEndpoints.list, (call) => listSchedules(call, call.query));
export const POST = route(scheduleEndpoints.create, (call) => createSchedule(call, call.body));
