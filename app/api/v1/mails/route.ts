import { mailEndpoints } from '@/lib/contracts/endpoints/developers';
import { route } from '@/lib/http/route';
import { listMails } from '@/lib/services/mails/read';

export const GET = route(mailEndpoints.list, (call) => listMails(call, call.query));
