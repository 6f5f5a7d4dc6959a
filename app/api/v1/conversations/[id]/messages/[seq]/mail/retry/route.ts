import { mailRetryEndpoint } from '@/lib/contracts/endpoints/mail-retry';
import { route } from '@/lib/http/route';
import { retryMail } from '@/lib/runtime/conversations/retry-mail';

export const POST = route(mailRetryEndpoint.retry, (call) =>
  retryMail(call, call.params.id ?? '', Number(call.params.seq)),
);
