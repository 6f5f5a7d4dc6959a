import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { PlannedEffect, StepContext, StepOutcome } from '../../performers/performer';
import { textOf } from '../../performers/read-parameters';
import type { Attempt, Connection, Effect, Plan, Receipt } from '../connector';
import { AttemptFailed, Permanent } from '../outcome';
import { ask, type Question, type Reply } from './ask';
import { messageQuestion, translationQuestion } from './prompts';
import { readTicket } from './read-ticket';
import { receiptOf } from './receipt';
import { type Fault, faultOfMessage, faultOfText, faultOfTranslation } from './validate';

/** A model that writes nonsense so often will go on doing so. */
const NONSENSE = 3;

const messagePlan = z.object({ instruction: z.string(), review: z.boolean(), upTo: z.int() });
const translationPlan = z.object({ text: z.string(), language: z.string() });
const written = z.looseObject({ text: z.string(), review: z.boolean() });

/** A message by a language model: sent, or left as a draft for an agent. */
export const aiMessage: Effect = { plan: planMessage, send: writeMessage, settle };
/** The rule's own text in another language. */
export const translatedMessage: Effect = { plan: planTranslation, send: translate, settle };

function planMessage({ step: { params }, conversation, write }: StepContext): StepOutcome | PlannedEffect {
  const { text: instruction, missing } = write(textOf(params.instruction), 'team');
  if (instruction.trim() === '') return { state: 'skipped', reason: 'empty_text' };
  const plan = { instruction, review: params.review === true, upTo: conversation.messageSeq, missing };
  return { state: 'sending', plan };
}

function planTranslation({ step: { params }, write }: StepContext): StepOutcome | PlannedEffect {
  const { text, missing } = write(textOf(params.text));
  if (text.trim() === '') return { state: 'skipped', reason: 'empty_text' };
  return { state: 'sending', plan: { text, language: textOf(params.language), missing } };
}

async function writeMessage(connection: Connection, planned: Plan, attempt: Attempt): Promise<Receipt> {
  const { instruction, review, upTo } = messagePlan.parse(planned);
  const { database, accountId, settings } = connection;
  const ticket = await readTicket(database, accountId, attempt.conversationId ?? '', upTo);
  const canary = `ref-${createHash('sha256').update(attempt.key).digest('hex').slice(0, 12)}`;
  const { customer, subject, conversation } = ticket;
  const language = settings.language === 'customer' ? ticket.language : String(settings.language);
  const question = messageQuestion({ instruction, conversation, customer, subject, language, canary });
  const known = conversation.filter(({ from }) => from !== 'customer').map(({ text }) => text);
  // An agent reads a draft before anybody else does, addresses included.
  const faultOf = (reply: Reply) => {
    const fault = faultOfMessage(reply, { canary, instruction, known });
    return review && fault === 'answer_has_strange_address' ? null : fault;
  };
  return { ...(await answered(connection, question, faultOf, attempt)), review };
}

async function translate(connection: Connection, planned: Plan, attempt: Attempt): Promise<Receipt> {
  const { text, language } = translationPlan.parse(planned);
  const question = translationQuestion({ text, language });
  const asLong = { ...question, maxTokens: Math.max(Number(connection.settings.tokensPerMessage), text.length) };
  const receipt = await answered(connection, asLong, (reply) => faultOfTranslation(reply, text), attempt);
  return { ...receipt, review: false };
}

/** The answer with what was asked, for the log. @throws Permanent after several answers that cannot be used */
async function answered(
  connection: Connection,
  question: Question,
  faultOf: (reply: Reply) => Fault | null,
  { attempt, now }: Attempt,
): Promise<Receipt> {
  const reply = await ask(connection, question, now);
  const asked = receiptOf(connection, question, reply);
  const fault = faultOf(reply);
  if (!fault) return { ...asked, text: reply.text };
  const failure = { receipt: asked };
  throw attempt >= NONSENSE ? new Permanent(fault, failure) : new AttemptFailed(fault, failure);
}

/** Nothing is sent into a conversation that an agent has taken up meanwhile. */
function settle({ firing, conversation, send, draft }: StepContext, receipt: Receipt): StepOutcome {
  const { text, review, ...asked } = written.parse(receipt);
  if (faultOfText(text, 'stop')) return { state: 'failed', code: 'answer_not_text', result: asked };
  const { lastAgentReplyAt } = conversation;
  if (lastAgentReplyAt !== null && lastAgentReplyAt > firing.createdAt)
    return { state: 'skipped', reason: 'agent_was_quicker', result: asked };
  if (review) return { state: 'done', result: { ...asked, ...draft(text) } };
  const sent = send({ authorName: null, body: text, kind: 'text', meta: null });
  if ('skipped' in sent) return { state: 'skipped', reason: sent.skipped, result: asked };
  return { state: 'done', result: { ...asked, message: sent.seq } };
}
