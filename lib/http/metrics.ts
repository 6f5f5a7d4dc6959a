import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '@/db/client';
import { countStreams } from './event-stream';

type Metrics = {
  registry: Registry;
  requests: Histogram<'method' | 'path' | 'status'>;
  waiting: Gauge;
  overdue: Gauge;
  deliveries: Gauge<'state'>;
  streams: Gauge;
  integrations: Gauge<'kind' | 'state'>;
};

const singleton = Symbol.for('signalbox.metrics');

/** Of this process; routes and pages are bundled separately, so it stands on globalThis. */
function metrics(): Metrics {
  const holder = globalThis as { [singleton]?: Metrics };
  holder[singleton] ??= create();
  return holder[singleton];
}

function create(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'signalbox_' });
  return {
    registry,
    requests: new Histogram({
      name: 'signalbox_request_seconds',
      help: 'Duration of API requests by endpoint',
      labelNames: ['method', 'path', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    waiting: new Gauge({ name: 'signalbox_steps_waiting', help: 'Waits that are not due yet', registers }),
    overdue: new Gauge({ name: 'signalbox_steps_overdue', help: 'Waits due for more than 60 s', registers }),
    deliveries: new Gauge({
      name: 'signalbox_deliveries',
      help: 'External effects: those that wait, and those being sent',
      labelNames: ['state'],
      registers,
    }),
    integrations: new Gauge({
      name: 'signalbox_integrations',
      help: 'Active integrations by kind and by how their last attempt went',
      labelNames: ['kind', 'state'],
      registers,
    }),
    streams: new Gauge({ name: 'signalbox_streams', help: 'Open event streams of widgets and workspaces', registers }),
  };
}

/** @param path the endpoint's, not the address asked for: its parts are few */
export function countRequest(method: string, path: string, status: number, seconds: number): void {
  metrics().requests.observe({ method, path, status }, seconds);
}

export async function metricsText(open: () => Promise<Database>): Promise<{ text: string; contentType: string }> {
  const { registry, waiting, overdue, deliveries, streams, integrations } = metrics();
  streams.set(countStreams());
  const db = await open().catch(() => undefined);
  const counts = await db?.query<Counts>(statement).catch(() => undefined);
  const [row] = counts ?? [];
  if (row) {
    waiting.set(row.waiting - row.overdue);
    overdue.set(row.overdue);
    deliveries.set({ state: 'ready' }, row.ready);
    deliveries.set({ state: 'leased' }, row.leased);
  }
  const health = await db?.query<Health>(healthStatement).catch(() => undefined);
  if (health) integrations.reset();
  for (const { kind, state, count } of health ?? []) integrations.set({ kind, state }, count);
  return { text: await registry.metrics(), contentType: registry.contentType };
}

type Counts = { waiting: number; overdue: number; ready: number; leased: number };

type Health = { kind: string; state: string; count: number };

const healthStatement = `select kind, count(*)::int as count,
    case when (state ->> 'pausedUntil')::timestamptz > clock_timestamp() then 'paused' when state ? 'lastError' then 'failing' when state ? 'lastSuccessAt' then 'working' else 'unknown' end as state
  from integrations where active group by kind, 3 order by kind, 3`;

const statement = `select
  (select count(*)::int from firing_steps where state = 'waiting') as waiting,
  (select count(*)::int from firing_steps where state = 'waiting' and due_at < now() - interval '60 seconds') as overdue,
  (select count(*)::int from deliveries where state = 'ready') as ready,
  (select count(*)::int from deliveries where state = 'leased') as leased`;
