import { scheduleEndpoints } from '@/lib/contracts/endpoints/schedules';
import { route } from '@/lib/http/route';
import { deleteSchedule } from '@/lib/services/schedules/delete';
import { getSchedule } from '@/lib/services/schedules/read';
import { updateSchedule } from '@/lib/services/schedules/update';

export const GET = route(scheduleEndpoints.get, (call) => getSchedule(call, call.params.id ?? ''));
export const PUT = route(scheduleEndpoints.update, (call) =>
  updateSchedule(call, call.params.id ?? '', call.body, call.ifMatch),
);
export const DELETE = route(scheduleEndpoints.delete, (call) => deleteSchedule(call, call.params.id ?? '', call.query));
