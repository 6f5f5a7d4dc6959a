/** Whom a visitor of the shop can be: customers that the shop knows and signs a JWT for. */
export type Person = { id: `demo-${string}`; name: string; email: string; verified: boolean };

export const people: readonly Person[] = [
  { id: 'demo-emilie', name: 'Émilie Garnier', email: 'emilie.garnier@example.com', verified: true },
  { id: 'demo-luca', name: 'Luca Rossi', email: 'luca.rossi@example.org', verified: true },
  { id: 'demo-noor', name: 'Noor Haddad', email: 'noor.haddad@example.net', verified: false },
];
