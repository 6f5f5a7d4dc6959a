'use client';

import { createContext, useContext } from 'react';

type Named = { key: string; name: string };

/** What a ticket can be changed to. */
export interface TicketChoices {
  readonly statuses: readonly (Named & { class: 'open' | 'closed'; colour: string })[];
  readonly inboxes: readonly Named[];
  readonly agents: readonly (Named & { active: boolean })[];
}

const Context = createContext<TicketChoices>({ statuses: [], inboxes: [], agents: [] });

export const TicketChoicesProvider = Context.Provider;

export function useTicketChoices(): TicketChoices {
  return useContext(Context);
}
