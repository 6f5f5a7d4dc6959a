import { Temporal } from 'temporal-polyfill';

/** A stretch of time (milliseconds since 1970, end exclusive) in which a zone keeps one offset (milliseconds). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const stretches = new Map<string, Stretch[]>();

/** Whether the name is an IANA zone that this system knows. Fixed offsets such as `+02:00` are none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The stretch around an instant. Looked up once per zone and change of offset, so that asking again costs a comparison.
 * Throws RangeError for an unknown zone.
 */
export function stretchAt(timeZone: string, instant: number): Stretch {
  const known = stretches.get(timeZone) ?? [];
  const hit = known.find((stretch) => instant >= stretch.from && instant < stretch.to);
  if (hit) return hit;
  const found = lookUp(timeZone, instant);
  // A handful of stretches serves years; a caller that walks through centuries starts over.
  stretches.set(timeZone, [found, ...known].slice(0, 8));
  return found;
}

function lookUp(timeZone: string, instant: number): Stretch {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  // The transition at or before the instant: `previous` is strict, so it is asked one nanosecond later.
  const previous = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const next = zoned.getTimeZoneTransition('next');
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: zoned.offsetNanoseconds / 1_000_000,
  };
}
