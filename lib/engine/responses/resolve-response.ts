/**
 * Which default response of a channel holds at a moment. Without a schedule, and when the chosen one was deleted, the
 * response during business hours holds at any time; what is not configured, or was stored malformed, is the default.
 */
import { prepareHours } from '../hours/hours';
import type { Schedule } from '../hours/schedule';
import {
  type ChannelResponses,
  defaultResponse,
  type MessagingResponse,
  type ResponseKind,
  type ResponseText,
} from './response';

export interface ResponseSituation {
  /** The channel's settings under `responses`, as stored. */
  readonly responses: unknown;
  readonly language: 'en' | 'fr';
  readonly schedules: readonly ({ readonly key: string } & Schedule)[];
  readonly at: Date;
}

export interface ResolvedResponse {
  readonly kind: ResponseKind;
  /** Null without a schedule that exists. */
  readonly inHours: boolean | null;
  readonly response: MessagingResponse;
}

export function resolveResponse({ responses, language, schedules, at }: ResponseSituation): ResolvedResponse {
  const schedule = schedules.find(({ key }) => key === scheduleOf(responses));
  const inHours = schedule ? prepareHours(schedule).stateAt(at) === 'inside' : null;
  const kind = inHours === false ? 'outside' : 'during';
  return { kind, inHours, response: responseOf(responses, kind, language) };
}

/** Key of the chosen schedule, whether it still exists or not. */
export function scheduleOf(responses: unknown): string | null {
  return isObject(responses) && typeof responses.schedule === 'string' ? responses.schedule : null;
}

/** One of the two responses, as it is when it holds. */
export function responseOf(responses: unknown, kind: ResponseKind, language: 'en' | 'fr'): MessagingResponse {
  const stored: Partial<Record<keyof ChannelResponses, unknown>> = isObject(responses) ? responses : {};
  return readResponse(stored[kind], defaultResponse(kind, language));
}

function readResponse(stored: unknown, otherwise: MessagingResponse): MessagingResponse {
  if (!isObject(stored)) return otherwise;
  const details = Array.isArray(stored.details) ? stored.details : [];
  return {
    firstMessage: readText(stored.firstMessage) ?? otherwise.firstMessage,
    details: (['name', 'email'] as const).filter((field) => details.includes(field)),
    followUp: readText(stored.followUp) ?? otherwise.followUp,
  };
}

function readText(stored: unknown): ResponseText | undefined {
  if (!isObject(stored) || typeof stored.text !== 'string') return undefined;
  if (!isObject(stored.byLanguage)) return { text: stored.text };
  const variants = Object.entries(stored.byLanguage).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return { text: stored.text, byLanguage: Object.fromEntries(variants) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
