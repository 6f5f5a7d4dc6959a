import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { acceptNext } from '@/lib/runtime/conversations/accept-next';
import { readRow } from '@/lib/services/workspace/rows';

export const POST = route(workspaceEndpoints.acceptNext, async (call) => {
  const accepted = await acceptNext(call);
  return { conversation: (accepted && (await readRow(call.db, call.actor, accepted.id))) ?? null };
});
