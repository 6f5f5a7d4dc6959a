import type { ChannelResponses, MessagingResponse, ResponsesChange } from '@/lib/contracts/responses';
import type { Stored } from '../use-versioned-form';

export type Kind = 'during' | 'outside';
export type TextField = 'firstMessage' | 'followUp';
type ResponseText = MessagingResponse[TextField];

/** What the Responses tab edits. */
export interface ResponsesDraft {
  schedule: string | null;
  during: MessagingResponse;
  outside: MessagingResponse;
  bot: string | null;
}

export function draftOf({ schedule, during, outside, bot, version }: ChannelResponses): Stored<ResponsesDraft> {
  const value = { schedule, during: tidy(during), outside: tidy(outside), bot: bot?.key ?? null };
  return { value, version };
}

export function changeOf(draft: ResponsesDraft, version: number): ResponsesChange {
  return { ...draft, version };
}

/** Always in the same shape, so that equal responses are equal as JSON. */
export function tidy({ firstMessage, details, followUp }: MessagingResponse): MessagingResponse {
  const ordered = (['name', 'email'] as const).filter((field) => details.includes(field));
  return { firstMessage: tidyText(firstMessage), details: ordered, followUp: tidyText(followUp) };
}

/** What is written in a language; `null` is the plain text, in the language of the channel. */
export function textIn({ text, byLanguage }: ResponseText, variant: string | null): string {
  return variant === null ? text : (byLanguage?.[variant] ?? '');
}

/** An empty variant is none: the plain text serves its readers. */
export function withText(given: ResponseText, variant: string | null, text: string): ResponseText {
  if (variant === null) return tidyText({ ...given, text });
  const { [variant]: _, ...others } = given.byLanguage ?? {};
  return tidyText({ text: given.text, byLanguage: text === '' ? others : { ...others, [variant]: text } });
}

/** Languages that any text has a variant in. */
export function variantsOf({ during, outside }: ResponsesDraft): string[] {
  const texts = [during, outside].flatMap(({ firstMessage, followUp }) => [firstMessage, followUp]);
  return [...new Set(texts.flatMap(({ byLanguage }) => Object.keys(byLanguage ?? {})))].sort();
}

export function withoutVariant(draft: ResponsesDraft, variant: string): ResponsesDraft {
  const clean = (response: MessagingResponse) => ({
    ...response,
    firstMessage: withText(response.firstMessage, variant, ''),
    followUp: withText(response.followUp, variant, ''),
  });
  return { ...draft, during: clean(draft.during), outside: clean(draft.outside) };
}

function tidyText({ text, byLanguage = {} }: ResponseText): ResponseText {
  const variants = Object.entries(byLanguage).sort(([a], [b]) => (a < b ? -1 : 1));
  return variants.length > 0 ? { text, byLanguage: Object.fromEntries(variants) } : { text };
}
