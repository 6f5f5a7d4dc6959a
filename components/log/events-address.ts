export interface EventFilters {
  type: string;
  conversation: string;
}

/** Address of the list of events. */
export function eventsAddress(filters: EventFilters, cursor = ''): string {
  const given = Object.entries({ ...filters, cursor }).filter(([, value]) => value !== '');
  return given.length === 0 ? '/log/events' : `/log/events?${new URLSearchParams(given)}`;
}
