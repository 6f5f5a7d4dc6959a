type Named = { key: string; name: string };

/** What tickets can be narrowed by and changed to. */
export interface TicketChoices {
  readonly statuses: readonly (Named & { class: 'open' | 'closed'; colour: string })[];
  readonly inboxes: readonly Named[];
  readonly agents: readonly (Named & { active: boolean })[];
  readonly tags: readonly string[];
  readonly sources: readonly string[];
}
