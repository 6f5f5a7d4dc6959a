import { type ActionDraft, type GroupDraft, type ItemDraft, isGroupDraft, type RuleDraft } from './draft';

/** Every change of a draft as a value, so that it can be undone and tested. Items are named by their keys. */
export type Edit =
  | { readonly kind: 'event'; readonly on: string }
  | { readonly kind: 'replace_item'; readonly item: ItemDraft }
  | { readonly kind: 'combinator'; readonly key: string; readonly combinator: GroupDraft['combinator'] }
  | { readonly kind: 'add_item'; readonly to: string; readonly item: ItemDraft }
  | { readonly kind: 'remove_item'; readonly key: string }
  | { readonly kind: 'move_item'; readonly key: string; readonly by: number }
  | { readonly kind: 'place_item'; readonly key: string; readonly before: string }
  | { readonly kind: 'replace_action'; readonly action: ActionDraft }
  | { readonly kind: 'add_action'; readonly action: ActionDraft }
  | { readonly kind: 'remove_action'; readonly key: string }
  | { readonly kind: 'move_action'; readonly key: string; readonly by: number }
  | { readonly kind: 'place_action'; readonly key: string; readonly before: string }
  | { readonly kind: 'load'; readonly draft: RuleDraft };

/** The draft after an edit. An edit that names a missing key changes nothing. */
export function edited(draft: RuleDraft, edit: Edit): RuleDraft {
  switch (edit.kind) {
    case 'load':
      return edit.draft;
    case 'event':
      return { ...draft, on: edit.on };
    case 'replace_action':
      return { ...draft, do: draft.do.map((each) => (each.key === edit.action.key ? edit.action : each)) };
    case 'add_action':
      return { ...draft, do: [...draft.do, edit.action] };
    case 'remove_action':
      return { ...draft, do: draft.do.filter(({ key }) => key !== edit.key) };
    case 'move_action':
      return { ...draft, do: moved(draft.do, edit.key, edit.by) };
    case 'place_action':
      return { ...draft, do: placed(draft.do, edit.key, edit.before) };
    default:
      return { ...draft, when: editedGroup(draft.when, edit) };
  }
}

type ItemEdit = Extract<
  Edit,
  { kind: 'replace_item' | 'combinator' | 'add_item' | 'remove_item' | 'move_item' | 'place_item' }
>;

function editedGroup(group: GroupDraft, edit: ItemEdit): GroupDraft {
  const own = editedHere(group, edit);
  return { ...own, items: own.items.map((item) => (isGroupDraft(item) ? editedGroup(item, edit) : item)) };
}

function editedHere(group: GroupDraft, edit: ItemEdit): GroupDraft {
  switch (edit.kind) {
    case 'combinator':
      return group.key === edit.key ? { ...group, combinator: edit.combinator } : group;
    case 'add_item':
      return group.key === edit.to ? { ...group, items: [...group.items, edit.item] } : group;
    case 'replace_item':
      return { ...group, items: group.items.map((item) => (item.key === edit.item.key ? edit.item : item)) };
    case 'remove_item':
      return { ...group, items: group.items.filter(({ key }) => key !== edit.key) };
    case 'move_item':
      return { ...group, items: moved(group.items, edit.key, edit.by) };
    case 'place_item':
      return { ...group, items: placed(group.items, edit.key, edit.before) };
  }
}

function moved<T extends { readonly key: string }>(items: readonly T[], key: string, by: number): readonly T[] {
  const from = items.findIndex((item) => item.key === key);
  const to = Math.max(0, Math.min(items.length - 1, from + by));
  return from < 0 || from === to ? items : reordered(items, from, to);
}

function placed<T extends { readonly key: string }>(items: readonly T[], key: string, before: string): readonly T[] {
  const from = items.findIndex((item) => item.key === key);
  const to = items.findIndex((item) => item.key === before);
  return from < 0 || to < 0 ? items : reordered(items, from, to);
}

function reordered<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}
