import { channelKeyEndpoints } from '@/lib/contracts/endpoints/channels';
import { issueMessage } from '@/lib/http/problem-words';
import { route } from '@/lib/http/route';
import { testCustomerJwt } from '@/lib/services/channel-keys/verify';

export const POST = route(channelKeyEndpoints.test, async (call) => {
  const { params, ...result } = await testCustomerJwt(call, call.params.id ?? '', call.body);
  if (result.fault === null) return result;
  return { ...result, message: issueMessage({ path: 'jwt', code: result.fault, params }, call.locale) };
});
