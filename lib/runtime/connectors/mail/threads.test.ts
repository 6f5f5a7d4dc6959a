import { describe, expect, test } from 'vitest';
import { htmlOf } from './compose-html';
import { idsIn, messageIdOf, referencesOf } from './message-ids';
import { answerSubject, isAnswer, plainSubject } from './subject';

describe('Message-IDs', () => {
  test('are read with and without brackets', () => {
    expect(idsIn('<a@x> <b@y>\t<a@x>')).toEqual(['a@x', 'b@y']);
    expect(idsIn('a@x')).toEqual(['a@x']);
    expect(idsIn('not an id')).toEqual([]);
    expect(idsIn(undefined)).toEqual([]);
  });

  test('ours is the same for every attempt of a delivery, and for no other', () => {
    const id = messageIdOf('account', 'mail:c:1', 'support@shop.example');
    expect(id).toMatch(/^signalbox\.[0-9a-f]{40}@shop\.example$/);
    expect(messageIdOf('account', 'mail:c:1', 'support@shop.example')).toBe(id);
    expect(messageIdOf('account', 'mail:c:2', 'support@shop.example')).not.toBe(id);
    expect(messageIdOf('other', 'mail:c:1', 'support@shop.example')).not.toBe(id);
  });

  test('long threads keep their first and latest references', () => {
    const many = Array.from({ length: 40 }, (_, index) => `m${index}@x`);
    const kept = referencesOf(many, 'last@x');
    expect(kept).toHaveLength(20);
    expect(kept[0]).toBe('m0@x');
    expect(kept.at(-1)).toBe('last@x');
  });
});

test.each([
  ['Re: Order', true, 'Order'],
  ['RE: Re: AW: Order  4711', true, 'Order 4711'],
  ['Réf : Commande', true, 'Commande'],
  ['Re[2]: Order', true, 'Order'],
  ['Fwd: Re: Order', false, 'Order'],
  ['Order', false, 'Order'],
  ['Return of my order', false, 'Return of my order'],
])('%s', (subject, answers, plain) => {
  expect(isAnswer(subject)).toBe(answers);
  expect(plainSubject(subject)).toBe(plain);
  expect(answerSubject(subject)).toBe(`Re: ${plain}`);
});

test('the HTML of what we write says nothing but the text', () => {
  const html = htmlOf('Hi <b>you</b> & "all",\nsee https://shop.example/a?b=1&c=2.\n\nBye');
  expect(html).not.toContain('<b>');
  expect(html).toContain('<a href="https://shop.example/a?b=1&#38;c=2">');
  expect(html).toContain('</a>.</p>');
  expect(html.match(/<p /g)).toHaveLength(2);
});
