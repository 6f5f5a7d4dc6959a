import type { Language, Role } from '@/lib/contracts/value';

/** Who acts: a signed-in user, a token, or the product itself. Read anew for every request. */
export type Actor = {
  accountId: string;
  kind: 'user' | 'token' | 'system';
  /** Of the user or token (uuid); `environment` for SIGNALBOX_API_TOKEN; null for the system. */
  id: string | null;
  name: string;
  role: Role;
  /** Keys of the groups an agent belongs to; admins and leads see every group regardless. */
  groups: readonly string[];
  /** The agent that this user answers customers as. */
  agent: { id: string; key: string } | null;
  maySuspend: boolean;
  /** The user's own choice, if made. */
  language: Language | null;
  timeZone: string | null;
};

/** The product itself: set-up, housekeeping, scripts. */
export function systemActor(accountId: string, name = 'Signalbox'): Actor {
  return {
    accountId,
    kind: 'system',
    id: null,
    name,
    role: 'admin',
    groups: [],
    agent: null,
    maySuspend: true,
    language: null,
    timeZone: null,
  };
}
