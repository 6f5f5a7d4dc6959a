/** A proactive message: what is shown to a visitor, when, and what follows when they answer. */
import type { DetailField, ResponseText } from '../responses/response';
import type { Group } from '../rule';

export const FREQUENCIES = ['once_per_customer', 'once_per_visit', 'every_time'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const WINDOWS = ['any', 'inside', 'outside'] as const;
export type SendWindow = (typeof WINDOWS)[number];

/** A text for everybody, or one with variants by language. */
export type ProactiveText = string | ResponseText;

export type Reply =
  | { readonly kind: 'agent'; readonly followUp: ProactiveText; readonly details: readonly DetailField[] }
  /** `bot` and `answer` are keys. */
  | { readonly kind: 'bot'; readonly bot: string; readonly answer: string };

/** When the conditions are asked: at once, or after so many seconds with the page in sight. */
export interface Occasion {
  readonly event: string;
  readonly seconds?: number;
}

/** As it is stored and edited; a draft may lack what publishing asks for. */
export interface ProactiveBody {
  readonly brand: string;
  readonly channel: string;
  readonly on: Occasion;
  readonly when: Group;
  readonly message: ProactiveText;
  readonly reply: Reply;
  readonly tags: readonly string[];
  /** `schedule` is a key; it is there unless `when` is `any`. */
  readonly send: { readonly when: SendWindow; readonly schedule?: string };
  readonly frequency: Frequency;
}

/** What a browser needs to decide: nothing that it shall not see before the message is shown. */
export type Candidate = Pick<ProactiveBody, 'on' | 'when' | 'frequency' | 'send'> & {
  readonly id: string;
  /** Configuration that its conditions name and that is gone. */
  readonly gone?: readonly string[];
};

export function textOfMessage(text: ProactiveText): ResponseText {
  return typeof text === 'string' ? { text } : text;
}
