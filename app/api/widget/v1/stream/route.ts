import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import type { WidgetEvent } from '@/lib/contracts/widget';
import { eventStream, type StreamEvent } from '@/lib/http/event-stream';
import { holdStream } from '@/lib/http/hold-stream';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { followConversation } from '@/lib/runtime/widget/follow-conversation';

export const OPTIONS = widgetPreflight;
export const GET = widgetSessionRoute(widgetEndpoints.stream, async ({ db, session, token, query, request }) => {
  const release = holdStream(`widget ${session.id}`);
  return eventStream(request, (signal) => {
    signal.addEventListener('abort', release, { once: true });
    return named(followConversation(db, { session, token, ...query }, signal));
  });
});

async function* named(events: AsyncIterable<WidgetEvent>): AsyncGenerator<StreamEvent> {
  for await (const event of events) yield { event: event.type, data: event };
}
