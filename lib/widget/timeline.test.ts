import { describe, expect, it } from 'vitest';
import type { Message } from './protocol';
import { emptyState, type State } from './state';
import { config, conversation, message, own } from './testing/examples';
import { type Line, offeredReplies, timeline } from './timeline';

const at = (text: string) => new Date(text).toISOString();
const now = Date.parse('2026-11-12T15:00:00');

function lines(messages: Message[], more: Partial<State> = {}, view = {}): Line[] {
  return timeline({ ...emptyState, config, conversation: conversation(messages, view), ...more }, now);
}

const words = (all: Line[]) => all.map((line) => (line.kind === 'message' ? line.message.text : line.kind));

describe('before anything was said', () => {
  it('the first message stands there, by the channel', () => {
    const [greeting, ...rest] = timeline({ ...emptyState, config }, now);
    expect(rest).toEqual([]);
    expect(greeting).toMatchObject({ kind: 'message', message: { author: { name: 'Velo & Co', kind: 'automation' } } });
  });

  it('a bot greets in its own name', () => {
    const response = { ...config.response, mode: 'bot', bot: { name: 'Spoke', avatar: '🚲' } } as const;
    const [greeting] = timeline({ ...emptyState, config: { ...config, response } }, now);
    expect(greeting).toMatchObject({ message: { author: { kind: 'bot', name: 'Spoke', avatar: '🚲' } } });
  });

  it('nothing stands there without a first message', () => {
    const response = { ...config.response, firstMessage: '' };
    expect(timeline({ ...emptyState, config: { ...config, response } }, now)).toEqual([]);
  });

  it('it comes back when the customer begins anew', () => {
    expect(words(lines([message(1)], { fresh: true }, { phase: 'ended' }))).toEqual(['Hello! How can we help?']);
  });
});

describe('days', () => {
  it('stand above messages of another day, not above those of today alone', () => {
    const today = message(1, { at: at('2026-11-12T09:00:00') });
    const yesterday = message(1, { at: at('2026-11-11T23:59:00') });
    expect(words(lines([today]))).toEqual(['joined', 'Text 1']);
    expect(words(lines([yesterday, { ...today, seq: 2, id: 'c/2', text: 'Text 2' }]))).toEqual([
      ...['day', 'joined', 'Text 1', 'day', 'Text 2'],
    ]);
  });
});

describe('runs of one author', () => {
  const minute = (count: number) => at(`2026-11-12T14:${String(20 + count).padStart(2, '0')}:00`);
  const runs = (all: Line[]) => all.flatMap((line) => (line.kind === 'message' ? [[line.head, line.tail]] : []));

  it('hold together for five minutes', () => {
    const said = [1, 2, 3].map((seq) => message(seq, { at: minute(seq * 4) }));
    expect(runs(lines(said))).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it('end with the author, and with a break', () => {
    const said = [
      message(1, { at: minute(0) }),
      message(2, { at: minute(1), author: { kind: 'agent', name: 'Amin' } }),
      message(3, { at: minute(8), author: { kind: 'agent', name: 'Amin' } }),
    ];
    expect(runs(lines(said))).toEqual([
      [true, true],
      [true, true],
      [true, true],
    ]);
  });
});

describe('what goes on', () => {
  it('tells who joined: with the first message, or as soon as somebody has accepted', () => {
    expect(words(lines([own(1, 'a', { at: at('2026-11-12T14:00:00') })]))).toEqual(['Text 1', 'joined']);
    const said = [message(1, { at: at('2026-11-12T14:00:00') })];
    expect(words(lines(said, {}, { agent: { name: 'Amin' } }))).toEqual(['joined', 'Text 1', 'joined']);
  });

  it('shows the wait, and the end', () => {
    const said = [own(1, 'a', { at: at('2026-11-12T14:00:00') })];
    const wait = { minMinutes: 8, maxMinutes: 12 };
    expect(lines(said, {}, { phase: 'queued', agent: null, wait }).at(-1)).toMatchObject({ kind: 'wait', wait });
    expect(words(lines(said, {}, { phase: 'ended', agent: null }))).toEqual(['Text 1', 'ended']);
  });

  it('tells what an agent has seen', () => {
    const said = [own(1, 'a', { at: at('2026-11-12T14:00:00') }), own(2, 'b', { at: at('2026-11-12T14:00:00') })];
    const deliveries = lines(said, {}, { readSeq: 1, agent: null }).flatMap((line) =>
      line.kind === 'message' ? [line.delivery] : [],
    );
    expect(deliveries).toEqual(['seen', 'sent']);
  });

  it('shows what is on its way after everything else, with how it goes', () => {
    const outbox = [
      { id: 'a', text: 'A', at: now },
      { id: 'b', text: 'B', at: now, failed: true },
    ];
    const delivery = (connection: State['connection']) =>
      lines(
        [own(1, 'x', { at: at('2026-11-12T14:00:00') })],
        { outbox, connection },
        { phase: 'ended', agent: null },
      ).flatMap((line) => (line.kind === 'message' ? [line.delivery] : []));
    expect(delivery('live')).toEqual(['sent', 'sending', 'failed']);
    expect(delivery('offline')).toEqual(['sent', 'waiting', 'failed']);
  });
});

describe('quick replies', () => {
  const quickReplies = [{ id: 'size', label: 'Find my size' }];
  const state = (messages: Message[], more: Partial<State> = {}) => ({
    ...{ ...emptyState, config, conversation: conversation(messages, { phase: 'bot', agent: null }) },
    ...more,
  });

  it('are those of the last message', () => {
    expect(offeredReplies(state([message(1), message(2, { quickReplies })]))).toEqual(quickReplies);
    expect(offeredReplies(state([message(1, { quickReplies }), own(2, 'x')]))).toEqual([]);
  });

  it('come with the greeting', () => {
    const greeting = { ...config, response: { ...config.response, quickReplies } };
    expect(offeredReplies({ ...emptyState, config: greeting })).toEqual(quickReplies);
    const ended = {
      ...state([message(1)]),
      config: greeting,
      conversation: conversation([message(1)], { phase: 'ended' }),
    };
    expect(offeredReplies(ended)).toEqual([]);
    expect(offeredReplies({ ...ended, fresh: true })).toEqual(quickReplies);
  });

  it('go as soon as one was chosen', () => {
    const outbox = [{ id: 'a', text: 'Find my size', reply: 'size', at: now }];
    expect(offeredReplies(state([message(1, { quickReplies })], { outbox }))).toEqual([]);
  });
});
