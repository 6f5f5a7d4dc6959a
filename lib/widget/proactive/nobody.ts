/** In the place of `lib/engine/proactive/nobody`: of what is not the visit, messages ask for business hours alone. */
export const nobody = (schedules: object) => ({ account: { schedules } });
