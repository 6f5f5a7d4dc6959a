import { authenticate } from '@/lib/auth/authenticate';
import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import type { WorkspaceEvent } from '@/lib/contracts/workspace';
import { eventStream, type StreamEvent } from '@/lib/http/event-stream';
import { holdStream } from '@/lib/http/hold-stream';
import { route } from '@/lib/http/route';
import { streamWorkspace } from '@/lib/runtime/workspace/stream';

/** Longer than the pings of the stream itself are apart. */
const SILENCE_MILLISECONDS = 25_000;

export const GET = route(workspaceEndpoints.stream, async ({ db, actor, request }) => {
  const release = holdStream(`workspace ${actor.kind} ${actor.id}`);
  const refresh = async () => (await authenticate(db, request)).actor;
  const open = (signal: AbortSignal) => {
    signal.addEventListener('abort', release, { once: true });
    return named(streamWorkspace({ db, actor, signal, refresh }));
  };
  return eventStream(request, open, { heartbeatMilliseconds: SILENCE_MILLISECONDS });
});

async function* named(events: AsyncIterable<WorkspaceEvent>): AsyncGenerator<StreamEvent> {
  for await (const event of events) yield { event: event.type, data: event };
}
