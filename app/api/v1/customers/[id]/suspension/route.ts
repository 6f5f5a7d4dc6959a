import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { liftSuspension, suspendCustomer } from '@/lib/runtime/conversations/suspension';

export const PUT = route(conversationEndpoints.suspend, (call) =>
  suspendCustomer(call, call.params.id ?? '', call.body),
);
export const DELETE = route(conversationEndpoints.unsuspend, (call) => liftSuspension(call, call.params.id ?? ''));
