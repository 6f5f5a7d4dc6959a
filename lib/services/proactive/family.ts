import { parse } from '@/lib/contracts/issues';
import { type ProactiveMessage, type ProactiveStatus, proactiveInput } from '@/lib/contracts/proactive';
import { LIMITS } from '@/lib/engine/limits';
import type { ProactiveBody } from '@/lib/engine/proactive/message';
import type { RuleFamily } from '../rules/family';
import type { RuleRow, StoredBody } from '../rules/rule-row';
import { refuseUnreachable } from './refuse-unreachable';

/** What proactive messages add to the verbs that all families share. */
export const proactive: RuleFamily<Omit<ProactiveMessage, 'warnings'>> = {
  family: 'proactive',
  kind: 'proactive',
  ordered: true,
  activeLimit: LIMITS.proactiveMessages,
  totalLimit: LIMITS.proactiveMessages,
  parse: (input) => {
    const { name, description, status, version, priority: _told, ...body } = parse(proactiveInput, input);
    if (body.send.when === 'any') body.send = { when: 'any' };
    const state = { active: status === 'live', draft: status === 'draft' };
    // The verbs of all families store a body whose conditions they know; the rest is this family's.
    const stored = { ...body, do: [] } as unknown as StoredBody;
    return { name, description, ...state, once: false, channels: [], body: stored, version };
  },
  check: (tx, accountId, { body, draft }) => refuseUnreachable(tx, accountId, bodyOf({ body }), draft === true),
  answer: ({ id, position, version, broken, createdAt, updatedAt, ...row }) => ({
    id,
    ...portable({ ...row, broken }),
    priority: position,
    version,
    broken,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }),
  portable,
  versionToInput: ({ active: _active, oncePerTicket: _once, channels: _channels, do: _do, ...version }) => ({
    ...version,
    status: 'draft',
  }),
};

/** Stored by `parse`. */
export function bodyOf({ body }: Pick<RuleRow, 'body'>): ProactiveBody {
  const { do: _actions, ...rest } = body;
  return rest as unknown as ProactiveBody;
}

/** One whose names are gone is paused until they are back or it is changed. */
export function statusOf({ active, draft, broken }: Pick<RuleRow, 'active' | 'draft' | 'broken'>): ProactiveStatus {
  if (active && broken === null) return 'live';
  return draft ? 'draft' : 'paused';
}

function portable(
  row: Pick<RuleRow, 'name' | 'description' | 'active' | 'draft' | 'broken' | 'body'>,
): Omit<ProactiveMessage, 'id' | 'priority' | 'version' | 'broken' | 'warnings' | 'createdAt' | 'updatedAt'> {
  const { name, description } = row;
  // Plain JSON on both sides; the contract describes the tree more loosely.
  const body = bodyOf(row) as unknown as Pick<
    ProactiveMessage,
    'brand' | 'channel' | 'on' | 'when' | 'message' | 'reply' | 'tags' | 'send' | 'frequency'
  >;
  return { name, description, status: statusOf(row), ...body };
}
