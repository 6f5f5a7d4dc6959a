/** What keeps a proactive message from being published: by the same walk as every rule, with one issue per mistake. */
import { LIMITS } from '../limits';
import { COMBINATORS } from '../rule';
import { checkInteger, checkList, checkText, IssueList, isRecord, join, type RuleIssue } from '../validation/issues';
import { checkConditions, checkEvent } from '../validation/rule-body';
import { FREQUENCIES, WINDOWS } from './message';

const FAMILY = 'proactive';
const DETAILS: readonly unknown[] = ['name', 'email'];

/** Empty when it may go live, as far as the message itself tells; what it names is the services' business. */
export function issuesOfMessage(body: Readonly<Record<string, unknown>>): RuleIssue[] {
  const list = new IssueList();
  checkText(body.brand, 'brand', { min: 1, max: 64 }, list);
  checkText(body.channel, 'channel', { min: 1, max: 64 }, list);
  checkOccasion(body.on, body.when, list);
  checkWords(body.message, 'message', 1, list);
  checkReply(body.reply, list);
  checkList(body.tags, 'tags', { min: 0, max: LIMITS.tagsPerAction }, list, (tag, at) => {
    checkText(tag, at, { min: 1, max: LIMITS.tagLength }, list);
  });
  checkSending(body.send, list);
  checkOneOf(body.frequency, 'frequency', FREQUENCIES, list);
  return list.issues;
}

function checkOccasion(on: unknown, when: unknown, list: IssueList): void {
  if (!isRecord(on)) list.add('on', on === undefined ? 'required' : 'wrong_type', { expected: 'object' });
  const event = isRecord(on) ? checkEvent(FAMILY, on.event, 'on.event', list) : undefined;
  if (isRecord(on) && event?.seconds) checkInteger(on.seconds, 'on.seconds', event.seconds, list);
  else if (isRecord(on) && event && on.seconds !== undefined) list.add('on.seconds', 'unknown_key', { key: 'seconds' });
  checkConditions(FAMILY, event, when, list);
  checkNesting(when, list);
}

/** Groups below the top hold at least two, and only where there are more than two conditions in all. */
function checkNesting(when: unknown, list: IssueList): void {
  const groups = [...nestedGroups(when, 'when')];
  for (const { path, size } of groups) if (size === 1) list.add(path, 'group_too_small', { minimum: 2 });
  const [first] = groups;
  if (first && first.size > 1 && countConditions(when) <= 2) list.add(first.path, 'nested_too_early');
}

function* nestedGroups(group: unknown, path: string): Generator<{ path: string; size: number }> {
  for (const { items, at } of itemsOf(group, path)) {
    for (const [index, item] of items.entries()) {
      const below = itemsOf(item, `${at}[${index}]`);
      for (const each of below) yield { path: each.at, size: each.items.length };
      if (below.length > 0) yield* nestedGroups(item, `${at}[${index}]`);
    }
  }
}

function countConditions(group: unknown): number {
  return itemsOf(group, '')
    .flatMap(({ items }) => items)
    .reduce<number>((sum, item) => sum + (itemsOf(item, '').length > 0 ? countConditions(item) : 1), 0);
}

function itemsOf(group: unknown, path: string): { items: readonly unknown[]; at: string }[] {
  if (!isRecord(group) || group.field !== undefined) return [];
  return COMBINATORS.flatMap((each) => {
    const items = group[each];
    return Array.isArray(items) ? [{ items, at: join(path, each) }] : [];
  });
}

/** A text, or one with variants by language. */
function checkWords(value: unknown, path: string, min: number, list: IssueList): void {
  if (!isRecord(value)) {
    if (checkText(value, path, { min, max: LIMITS.textLength }, list) && min > 0 && value.trim() === '')
      list.add(path, 'required');
    return;
  }
  checkWords(value.text, join(path, 'text'), min, list);
  if (!isRecord(value.byLanguage)) return;
  for (const [language, text] of Object.entries(value.byLanguage)) {
    checkText(text, join(path, `byLanguage.${language.slice(0, 35)}`), { max: LIMITS.textLength }, list);
  }
}

function checkReply(reply: unknown, list: IssueList): undefined {
  if (!isRecord(reply))
    return list.add('reply', reply === undefined ? 'required' : 'wrong_type', { expected: 'object' });
  if (reply.kind === 'bot') {
    checkText(reply.bot, 'reply.bot', { min: 1, max: 64 }, list);
    checkText(reply.answer, 'reply.answer', { min: 1, max: 64 }, list);
    return;
  }
  if (reply.kind !== 'agent') return list.add('reply.kind', 'not_one_of', { values: 'agent, bot' });
  checkWords(reply.followUp, 'reply.followUp', 0, list);
  checkList(reply.details, 'reply.details', { min: 0, max: DETAILS.length }, list, (field, at) => {
    if (!DETAILS.includes(field)) list.add(at, 'not_one_of', { values: DETAILS.join(', ') });
  });
}

function checkSending(send: unknown, list: IssueList): undefined {
  if (!isRecord(send)) return list.add('send', send === undefined ? 'required' : 'wrong_type', { expected: 'object' });
  if (!checkOneOf(send.when, 'send.when', WINDOWS, list)) return;
  if (send.when !== 'any') checkText(send.schedule, 'send.schedule', { min: 1, max: 64 }, list);
}

function checkOneOf(value: unknown, path: string, values: readonly string[], list: IssueList): boolean {
  if (typeof value === 'string' && values.includes(value)) return true;
  list.add(path, value === undefined ? 'required' : 'not_one_of', { values: values.join(', ') });
  return false;
}
