import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { getConversation } from '@/lib/services/conversations/read';

export const GET = route(conversationEndpoints.get, (call) => getConversation(call, call.params.id ?? ''));
