import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { listConversations } from '@/lib/services/conversations/read';

export const GET = route(conversationEndpoints.list, (call) => listConversations(call, call.query));
