import type { Performer } from './performer';
import { listOf } from './read-parameters';

export const addTags: Performer = ({ step: { params }, conversation, setConversation, derive }) => {
  const added = [...new Set(listOf(params.tags))].filter((tag) => !conversation.tags.includes(tag));
  if (added.length === 0) return { state: 'skipped', reason: 'nothing_to_change' };
  setConversation({ ...conversation, tags: [...conversation.tags, ...added] });
  derive({ kind: 'tags', added, removed: [] });
  return { state: 'done' };
};

export const removeTags: Performer = ({ step: { params }, conversation, setConversation, derive }) => {
  const removed = conversation.tags.filter((tag) => listOf(params.tags).includes(tag));
  if (removed.length === 0) return { state: 'skipped', reason: 'nothing_to_change' };
  setConversation({ ...conversation, tags: conversation.tags.filter((tag) => !removed.includes(tag)) });
  derive({ kind: 'tags', added: [], removed });
  return { state: 'done' };
};
