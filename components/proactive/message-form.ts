/** What the editor holds of a message, and its way from and to what the API takes. */
import { draftOf, type GroupDraft, newKey, ruleOf } from '@/components/rule-editor/draft';
import { formatRule } from '@/components/rule-editor/format-rule';
import type { ProactiveMessage } from '@/lib/contracts/proactive';
import { issuesOfMessage } from '@/lib/engine/proactive/issues';
import type { ProactiveBody, ProactiveText } from '@/lib/engine/proactive/message';
import type { Group } from '@/lib/engine/rule';
import type { RuleIssue } from '@/lib/engine/validation/issues';
import type { Json } from '@/lib/engine/value';

export interface Settings extends Omit<ProactiveBody, 'when'> {
  readonly name: string;
  readonly description: string;
}

export interface MessageForm {
  readonly settings: Settings;
  readonly when: GroupDraft;
}

/** A stored message without what the server keeps of it. */
export type MessageBody = Settings & { readonly when: Group };

export function formOf(message: ProactiveMessage | MessageBody): MessageForm {
  const { name, description, brand, channel, on, message: text, reply, tags, send, frequency } = message;
  // The contract describes tree and reply more loosely than the engine, whose validation they passed.
  const settings = { name, description, brand, channel, on, message: text, reply, tags, send, frequency } as Settings;
  const when = message.when as unknown as Group;
  return { settings, when: draftOf({ on: '', when, do: [] }).when };
}

export function bodyOf({ settings, when }: MessageForm): MessageBody {
  return { ...settings, when: ruleOf({ on: '', when, do: [] }).when };
}

/** What publishing asks for and the message does not have yet. */
export function issuesOf(body: MessageBody): RuleIssue[] {
  const { name, description: _description, ...rest } = body;
  const issues = issuesOfMessage(rest);
  return name.trim() === '' ? [{ path: 'name', code: 'required' }, ...issues] : issues;
}

/** The message as the developer view shows it, in the order of the reference. */
export function textOf(body: MessageBody): string {
  const { name, description, brand, channel, on, when, message, reply, tags, send, frequency } = body;
  // Plain JSON, of which `undefined` is no part.
  return formatRule({
    name,
    description,
    brand,
    channel,
    on,
    when,
    message,
    reply,
    tags,
    send,
    frequency,
  } as unknown as Json);
}

export const emptyGroup = (): GroupDraft => ({ key: newKey(), combinator: 'all', items: [] });

/** The text of a language, or of everybody for `null`. */
export function textIn(text: ProactiveText, language: string | null): string {
  if (typeof text === 'string') return language === null ? text : '';
  return language === null ? text.text : (text.byLanguage?.[language] ?? '');
}

/** The text with one language's words changed; without variants it is plain again. */
export function withText(text: ProactiveText, language: string | null, words: string): ProactiveText {
  const { text: plain, byLanguage = {} } = typeof text === 'string' ? { text } : text;
  if (language === null) return Object.keys(byLanguage).length === 0 ? words : { text: words, byLanguage };
  const { [language]: _old, ...others } = byLanguage;
  const variants = words === '' ? others : { ...others, [language]: words };
  return Object.keys(variants).length === 0 ? plain : { text: plain, byLanguage: variants };
}
