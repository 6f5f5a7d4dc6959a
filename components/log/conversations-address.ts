export interface ConversationFilters {
  search: string;
  phase: '' | 'open' | 'ended';
}

/** Address of the list of conversations. */
export function conversationsAddress(filters: ConversationFilters, cursor = ''): string {
  const given = Object.entries({ ...filters, cursor }).filter(([, value]) => value !== '');
  return given.length === 0 ? '/conversations' : `/conversations?${new URLSearchParams(given)}`;
}
