import { AppError } from '@/lib/contracts/app-error';

/** Requests per second on average, and how many at once. Counted per process: several servers allow as many times more. */
const allowances = {
  standard: { rate: 50, burst: 300 },
  events: { rate: 5_000, burst: 10_000 },
  public: { rate: 10, burst: 60 },
  failedSignIn: { rate: 1, burst: 30 },
  /** Of one address: an office of some hundred people may stand behind it. */
  widget: { rate: 60, burst: 1_500 },
  /** New anonymous customers of one address. */
  widgetCustomers: { rate: 1, burst: 300 },
  /** Of one session, that is one browser. */
  widgetSession: { rate: 10, burst: 120 },
  /** Batches of pages that one address tells about. */
  widgetViews: { rate: 1, burst: 300 },
  widgetMessages: { rate: 1, burst: 20 },
  widgetUploads: { rate: 0.2, burst: 20 },
} as const;

export type AllowanceName = keyof typeof allowances;

type Bucket = { tokens: number; at: number };

const buckets = new Map<string, Bucket>();
const mostBuckets = 20_000;

/** Takes one request from the allowance of `who`. @throws AppError `rate_limited` with seconds to wait */
export function takeAllowance(name: AllowanceName, who: string, now = Date.now()): void {
  const { rate, burst } = allowances[name];
  const key = `${name} ${who}`;
  const bucket = buckets.get(key) ?? { tokens: burst, at: now };
  const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * rate);
  if (tokens < 1) {
    buckets.set(key, { tokens, at: now });
    const retryAfter = Math.max(1, Math.ceil((1 - tokens) / rate));
    throw new AppError('rate_limited', { seconds: retryAfter }, { retryAfter });
  }
  // Deleted first, so that the map stays in order of last use and the oldest can go.
  buckets.delete(key);
  buckets.set(key, { tokens: tokens - 1, at: now });
  if (buckets.size > mostBuckets) for (const old of buckets.keys()) return void buckets.delete(old);
}

/** Tests start with full allowances. */
export function resetAllowances(): void {
  buckets.clear();
}
