import type { Performer } from './performer';
import { listOf, textOf } from './read-parameters';

export const addTags: Performer = (context) => add(context, listOf(context.step.params.tags));
/** The action of workflows, which names one tag. */
export const addTag: Performer = (context) => add(context, [textOf(context.step.params.tag)]);

export const removeTags: Performer = ({ step: { params }, conversation, setConversation, derive }) => {
  const removed = conversation.tags.filter((tag) => listOf(params.tags).includes(tag));
  if (removed.length === 0) return { state: 'skipped', reason: 'nothing_to_change' };
  const after = { ...conversation, tags: conversation.tags.filter((tag) => !removed.includes(tag)) };
  setConversation(after);
  derive({ kind: 'changed', before: conversation, after, payload: { tags: { added: [], removed } } });
  return { state: 'done' };
};

function add({ conversation, setConversation, derive }: Parameters<Performer>[0], tags: readonly string[]) {
  const added = [...new Set(tags)].filter((tag) => !conversation.tags.includes(tag));
  if (added.length === 0) return { state: 'skipped', reason: 'nothing_to_change' } as const;
  const after = { ...conversation, tags: [...conversation.tags, ...added] };
  setConversation(after);
  derive({ kind: 'changed', before: conversation, after, payload: { tags: { added, removed: [] } } });
  return { state: 'done' } as const;
}
