import type { Connection, Receipt } from '../connector';
import type { Question, Reply } from './ask';

const KEPT_CHARACTERS = 20_000;

/** What was asked of the model and what it answered, for the log. No secret is part of either. */
export function receiptOf({ settings }: Connection, question: Question, reply: Reply): Receipt {
  return {
    model: settings.model,
    prompt: { instructions: question.instructions, data: question.data.slice(0, KEPT_CHARACTERS).toWellFormed() },
    answer: storable(reply.text),
    tokens: reply.tokens,
  };
}

/** For the log: what the database takes. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, KEPT_CHARACTERS).toWellFormed();
}
