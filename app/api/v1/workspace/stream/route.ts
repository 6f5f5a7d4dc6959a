import { authenticate } from '@/lib/auth/authenticate';
import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { eventStream, type StreamEvent } from '@/lib/http/event-stream';
import { route } from '@/lib/http/route';
import { streamWorkspace } from '@/lib/runtime/workspace/stream';

/** Longer than the pings of the stream itself are apart. */
const SILENCE_MILLISECONDS = 25_000;

export const GET = route(workspaceEndpoints.stream, async ({ db, actor, request }) => {
  const refresh = async () => (await authenticate(db, request)).actor;
  const open = async function* (signal: AbortSignal): AsyncGenerator<StreamEvent> {
    for await (const event of streamWorkspace({ db, actor, signal, refresh })) yield { event: event.type, data: event };
  };
  return eventStream(request, open, { heartbeatMilliseconds: SILENCE_MILLISECONDS });
});
