import { describe, expect, it } from 'vitest';
import type { Bot, BotAnswer, BotStep } from '../bots/bot';
import { BOT_LIMITS } from '../bots/bot';
import { botFlow, choicesOf, HUMAN } from './bot-flow';
import type { Flow, Heard, Reaction } from './flow';

const answer = (key: string, title: string, ...steps: BotStep[]): BotAnswer => ({
  ...{ key, title, phrases: [], offered: true, steps },
});
const say = (text: string): BotStep => ({ step: 'message', text });

const bot: Bot = {
  ...{ key: 'bo', name: 'Bo' },
  greeting: { text: 'Hello', byLanguage: { fr: 'Bonjour' } },
  fallback: { text: 'Pardon?', byLanguage: { fr: 'Pardon ?' } },
  human: { offered: true, label: { text: 'A person' }, message: { text: 'Calling' }, group: null },
  answers: [
    answer('hours', 'Opening hours', say('Nine to five'), say('Closed on Sundays')),
    answer(
      'refund',
      'Refunds',
      say('Sorry to hear'),
      { step: 'ask', text: 'Who are you?', fields: ['name', 'email'] },
      { step: 'transfer', text: 'To the orders team', group: 'orders' },
    ),
    answer('choose', 'Bikes', {
      ...{ step: 'quick_replies', text: 'Which one?' },
      replies: [
        { label: 'Opening', byLanguage: { fr: 'Ouverture' }, answer: 'hours' },
        { label: 'Gone', answer: 'deleted' },
      ],
    }),
    { ...answer('hidden', 'Secret handshake', say('Psst')), offered: false },
  ],
};

const nobody = { name: null, email: null };
const start: Flow = { kind: 'bot', bot: 'bo' };
const writes = (text: string, reply?: string): Heard => ({
  ...{ kind: 'message', message: { text, sender: { type: 'customer' } } },
  ...(reply !== undefined && { reply }),
});

function hear(heard: Heard, flow: Flow = start, more: object = {}, desk = bot): Reaction {
  if (flow.kind !== 'bot') throw new Error('No flow of a bot');
  const situation = { customer: nobody, suspended: false, language: null, ...more };
  return botFlow.hear({ kind: 'bot', bot: desk }, flow, heard, situation);
}

const said = ({ replies }: Reaction) => replies.map(({ text }) => text);
const next = (reaction: Reaction): Flow => {
  if (!('flow' in reaction)) throw new Error('It handed over');
  return reaction.flow;
};

describe('a bot', () => {
  it('greets with its choices, the way to a human last, in the language of the reader', () => {
    const { replies, flow } = botFlow.begin(
      { kind: 'bot', bot },
      { customer: nobody, suspended: false, language: 'fr-CA' },
    );
    expect(replies).toEqual([
      {
        ...{ author: 'bot', text: 'Bonjour' },
        quickReplies: [
          { id: 'hours', label: 'Opening hours' },
          { id: 'refund', label: 'Refunds' },
          { id: 'choose', label: 'Bikes' },
          { id: HUMAN, label: 'A person' },
        ],
      },
    ]);
    expect(flow).toEqual(start);
  });

  it('offers ten choices at most', () => {
    const many = { ...bot, answers: Array.from({ length: 20 }, (_, index) => answer(`a${index}`, `A${index}`)) };
    expect(choicesOf(many, { language: null })).toHaveLength(BOT_LIMITS.quickReplies);
    expect(choicesOf(many, { language: null }).at(-1)?.id).toBe(HUMAN);
    expect(choicesOf({ ...bot, answers: [], human: { ...bot.human, offered: false } }, { language: null })).toEqual([]);
  });

  it('says the steps of the answer that fits, also one that it does not offer', () => {
    const reaction = hear(writes('what are your opening hours?'));
    expect(said(reaction)).toEqual(['Nine to five', 'Closed on Sundays']);
    expect(next(reaction)).toEqual(start);
    expect(said(hear(writes('secret handshake')))).toEqual(['Psst']);
  });

  it('follows a quick reply, whatever its label says', () => {
    expect(said(hear(writes('Refunds', 'hours')))).toEqual(['Nine to five', 'Closed on Sundays']);
    const [reply] = hear(writes('Bikes', 'choose'), start, { language: 'fr' }).replies;
    expect(reply).toEqual({ author: 'bot', text: 'Which one?', quickReplies: [{ id: 'hours', label: 'Ouverture' }] });
  });

  it('asks what it does not know, and goes on behind the form', () => {
    const asked = hear(writes('refund'));
    expect(said(asked)).toEqual(['Sorry to hear', 'Who are you?']);
    const form = next(asked);
    expect(form).toMatchObject({ position: { answer: 'refund', step: 1 }, details: ['name', 'email'] });
    const half = hear({ kind: 'details', details: { name: 'Ada' } }, form);
    expect(half).toEqual({ replies: [], flow: { ...form, details: ['email'] } });
    const whole = hear({ kind: 'details', details: { email: 'ada@example.org' } }, next(half), {
      customer: { name: 'Ada', email: null },
    });
    expect(whole).toEqual({
      replies: [{ author: 'bot', text: 'To the orders team' }],
      handOver: { group: 'orders' },
    });
    // All is known already: nothing is asked.
    const known = { customer: { name: 'Ada', email: 'ada@example.org' } };
    expect(hear(writes('refund'), start, known)).toMatchObject({ handOver: { group: 'orders' } });
  });

  it('keeps the form open while something else is written, and leaves it for another answer', () => {
    const form = next(hear(writes('refund')));
    expect(hear(writes('Ada Lovelace, of London'), form)).toEqual({ replies: [], flow: form });
    expect(said(hear(writes('opening hours'), form))).toEqual(['Nine to five', 'Closed on Sundays']);
    // Meanwhile a JWT told everything: the next word leads on.
    const known = { customer: { name: 'Ada', email: 'ada@example.org' } };
    expect(hear(writes('hm'), form, known)).toMatchObject({ handOver: { group: 'orders' } });
  });

  it('offers the choices when nothing fits, and humans after the third time', () => {
    const first = hear(writes('qwertz'));
    expect(first.replies[0]).toMatchObject({ text: 'Pardon?', quickReplies: choicesOf(bot, { language: null }) });
    const second = hear(writes('qwertz'), next(first));
    expect(said(second)).toEqual(['Pardon?']);
    expect(hear(writes('qwertz'), next(second))).toEqual({
      replies: [{ author: 'bot', text: 'Calling' }],
      handOver: {},
    });
    // An answer in between begins to count anew.
    expect(next(hear(writes('opening hours'), next(second)))).toEqual(start);
  });

  it('calls humans when they are chosen, of the group that it names', () => {
    const sales = { ...bot, human: { ...bot.human, group: 'sales' } };
    expect(hear(writes('A person', HUMAN), start, {}, sales)).toEqual({
      replies: [{ author: 'bot', text: 'Calling' }],
      handOver: { group: 'sales' },
    });
  });

  it('calls humans when it knows nothing, was switched off, or its answer is gone', () => {
    const empty = { ...bot, answers: [], human: { ...bot.human, offered: false } };
    expect(hear(writes('hello'), start, {}, empty)).toMatchObject({ handOver: {} });
    expect(hear(writes('hello'), { kind: 'bot', bot: 'other' })).toEqual({ replies: [], handOver: {} });
    const situation = { customer: nobody, suspended: false, language: null };
    expect(botFlow.hear({ kind: 'none' }, { kind: 'bot', bot: 'bo' }, writes('x'), situation)).toEqual({
      replies: [],
      handOver: {},
    });
    const form = next(hear(writes('refund')));
    const without = { ...bot, answers: bot.answers.filter(({ key }) => key !== 'refund') };
    expect(hear({ kind: 'details', details: { name: 'A', email: 'a@b.ch' } }, form, {}, without)).toMatchObject({
      handOver: {},
    });
  });

  it('says nothing to a suspended customer', () => {
    expect(hear(writes('opening hours'), start, { suspended: true })).toEqual({ replies: [], handOver: {} });
  });
});
