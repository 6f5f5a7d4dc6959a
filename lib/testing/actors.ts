import type { Actor } from '@/lib/auth/actor';
import type { Role } from '@/lib/contracts/value';
import type { TestAccount } from './factories';

/** An actor of a test account, as authentication would make it: the agent belongs to `support` alone. */
export function actorOf({ accountId, users }: TestAccount, role: Role): Actor {
  const user = users[role];
  return {
    accountId,
    kind: 'user',
    id: user.id,
    name: user.name,
    role,
    groups: ['support'],
    agent: { id: user.agentId, key: user.agentKey },
    maySuspend: role !== 'agent',
    language: null,
    timeZone: null,
  };
}
