import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { listMessages } from '@/lib/services/conversations/read';

export const GET = route(conversationEndpoints.messages, (call) =>
  listMessages(call, call.params.id ?? '', call.query),
);
