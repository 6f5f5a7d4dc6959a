import { notFound } from '@/lib/contracts/app-error';
import { agentVerbEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { addNote } from '@/lib/runtime/conversations/reply';
import { readEntry } from '@/lib/services/workspace/thread';

export const POST = route(agentVerbEndpoints.note, async (call) => {
  const { id, seq } = await addNote(call, call.params.id ?? '', call.body);
  const entry = await readEntry(call.db, call.actor.accountId, id, seq);
  if (entry?.kind !== 'note') throw notFound('note', String(seq));
  return entry;
});
