import { mailEndpoints } from '@/lib/contracts/endpoints/developers';
import { route } from '@/lib/http/route';
import { getMail } from '@/lib/services/mails/read';

export const GET = route(mailEndpoints.get, (call) => getMail(call, call.params.id ?? ''));
