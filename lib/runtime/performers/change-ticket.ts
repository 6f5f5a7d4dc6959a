import { startOfTrace } from '@/lib/engine/start';
import { changedByRule } from '@/lib/engine/state/apply';
import { type Performer, ReferenceGone } from './performer';
import { textOf } from './read-parameters';

export const setStatus: Performer = ({ now, step: { params }, conversation, classOf, setConversation, derive }) => {
  const status = textOf(params.status);
  const ofStatus = classOf(status);
  if (ofStatus === undefined) throw new ReferenceGone(`status ${status}`);
  if (conversation.status === status) return { state: 'skipped', reason: 'nothing_to_change' };
  const after = changedByRule(conversation, { status, class: ofStatus }, now);
  setConversation(after);
  derive({ kind: 'changed', before: conversation, after, payload: { ticket: { status } } });
  return { state: 'done' };
};

/** A workflow on the ticket's state alone never takes a ticket from somebody who has it by hand. */
export const assignAgent: Performer = ({
  now,
  firing,
  step: { params },
  conversation,
  knows,
  setConversation,
  derive,
}) => {
  const agent = textOf(params.agent);
  if (!knows('agent', agent)) throw new ReferenceGone(`agent ${agent}`);
  if (conversation.assigneeKey === agent) return { state: 'skipped', reason: 'nothing_to_change' };
  if (conversation.assigneeKey !== null && conversation.assignedByHand && startOfTrace(firing.trace) === 'state')
    return { state: 'skipped', reason: 'assigned_by_hand' };
  const after = changedByRule(conversation, { assignee: agent }, now);
  setConversation(after);
  derive({ kind: 'changed', before: conversation, after, payload: { ticket: { assignee: agent } } });
  return { state: 'done' };
};
