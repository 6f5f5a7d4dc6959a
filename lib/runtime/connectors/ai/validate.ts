/** What a model wrote is taken for nothing that it was not asked for. Pure. */
import * as z from 'zod';
import { LIMITS } from '@/lib/engine/limits';
import { CONTEXTS, SENTIMENTS } from './prompts';

/** What is wrong with an answer, as a code; null when it may be used. */
export type Fault =
  | 'answer_empty'
  | 'answer_cut_off'
  | 'answer_held_back'
  | 'answer_too_long'
  | 'answer_not_text'
  | 'answer_has_placeholders'
  | 'answer_reveals_instructions'
  | 'answer_has_strange_address'
  | 'translation_lost_something';

/** Any text that is to reach somebody. @param finish why the model stopped */
export function faultOfText(text: string, finish: string): Fault | null {
  if (finish === 'length') return 'answer_cut_off';
  if (finish === 'content-filter') return 'answer_held_back';
  if (text.trim() === '') return 'answer_empty';
  if (text.length > LIMITS.textLength) return 'answer_too_long';
  if (!text.isWellFormed() || text.includes('\uFFFD') || hasControls(text)) return 'answer_not_text';
  if (isJson(text) || /<\/?(think|tool_call|function|system|script)\b|<\|/i.test(text)) return 'answer_not_text';
  return null;
}

/**
 * A message that a customer would read.
 * @param known texts whose addresses may be repeated: the instruction, and what agents wrote
 */
export function faultOfMessage(
  { text, finish }: { text: string; finish: string },
  { canary, instruction, known }: { canary: string; instruction: string; known: readonly string[] },
): Fault | null {
  const fault = faultOfText(text, finish);
  if (fault) return fault;
  if (text.includes(canary) || repeats(text, instruction)) return 'answer_reveals_instructions';
  if (/\{\{|\}\}|\[(?:your|customer|agent|company|insert|votre|nom)\b[^\]]*\]/i.test(text))
    return 'answer_has_placeholders';
  const allowed = new Set([instruction, ...known].flatMap(addressesIn));
  return addressesIn(text).some((address) => !allowed.has(address)) ? 'answer_has_strange_address' : null;
}

/** A translation says as much as its original, and keeps its numbers and addresses. */
export function faultOfTranslation({ text, finish }: { text: string; finish: string }, original: string): Fault | null {
  const fault = faultOfText(text, finish);
  if (fault) return fault;
  const kept = new Set(addressesIn(original));
  const written = addressesIn(text);
  if (written.some((address) => !kept.has(address))) return 'answer_has_strange_address';
  if ([...kept].some((address) => !written.includes(address))) return 'translation_lost_something';
  if (numbersIn(original).some((number) => !text.includes(number))) return 'translation_lost_something';
  const ratio = text.length / original.length;
  return original.length > 20 && (ratio < 0.2 || ratio > 6) ? 'translation_lost_something' : null;
}

const analysis = z.strictObject({ sentiment: z.enum(SENTIMENTS), context: z.enum(CONTEXTS) });

/** Undefined when it is not what was asked for. Models like to put fences around it. */
export function readAnalysis(text: string): z.output<typeof analysis> | undefined {
  const bare = text.trim().replace(/^```(?:json)?\s*|\s*```$/g, '');
  try {
    return analysis.safeParse(JSON.parse(bare)).data;
  } catch {
    return undefined;
  }
}

/** Web sites and e-mail addresses, without what ends a sentence. */
function addressesIn(text: string): string[] {
  const found =
    text.match(
      /(?:https?:\/\/|www\.)[^\s<>"')\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|info|biz|xyz|ru|cn|eu|fr|pl|de|uk)\b(?:\/[^\s<>"')\]]*)?/gi,
    ) ?? [];
  return found.map((address) =>
    address
      .replace(/[.,;:!?]+$/, '')
      .replace(/^https?:\/\/|\/$/gi, '')
      .toLowerCase(),
  );
}

function numbersIn(text: string): string[] {
  return text.match(/\d{3,}/g) ?? [];
}

function hasControls(text: string): boolean {
  return /[^\P{Cc}\n\r\t]/u.test(text);
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a long piece of the instruction stands in the text as it is. */
function repeats(text: string, instruction: string): boolean {
  const flat = (each: string) => each.replace(/\s+/g, ' ').toLowerCase();
  const piece = flat(instruction);
  if (piece.length < 60) return false;
  const said = flat(text);
  for (let at = 0; at + 60 <= piece.length; at += 20) if (said.includes(piece.slice(at, at + 60))) return true;
  return false;
}
