import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from './protocol';
import { type Action, emptyState, pending, reduce, type State, unread } from './state';
import { config, conversation, message, own } from './testing/examples';

function applied(...actions: Action[]): State {
  return actions.reduce(reduce, emptyState);
}

const seqs = (state: State) => state.conversation?.messages.map(({ seq }) => seq);

describe('conversation', () => {
  it('keeps what is here when only newer messages are told', () => {
    const state = applied(
      { conversation: conversation([message(1), message(2)]) },
      { conversation: conversation([message(3)], { phase: 'ended' }) },
    );
    expect(seqs(state)).toEqual([1, 2, 3]);
    expect(state.conversation).toMatchObject({ phase: 'ended', lastSeq: 3, moreBefore: false });
  });

  it('stands alone when messages in between may be missing', () => {
    const view = Array.from({ length: 50 }, (_, index) => message(100 + index));
    const state = applied(
      { conversation: conversation([message(1)]) },
      { conversation: conversation(view, { moreBefore: true }) },
    );
    expect(seqs(state)?.[0]).toBe(100);
    expect(state.conversation?.moreBefore).toBe(true);
  });

  it('does not go back when an answer arrives late', () => {
    const state = applied(
      { conversation: conversation([message(1), message(2)], { phase: 'ended' }) },
      { conversation: conversation([message(1)], { phase: 'assigned' }) },
    );
    expect(state.conversation).toMatchObject({ phase: 'ended', lastSeq: 2 });
    expect(seqs(state)).toEqual([1, 2]);
  });

  it('gives way to another conversation, which ends beginning anew', () => {
    const state = applied(
      { conversation: conversation([message(1)], { phase: 'ended' }) },
      { set: { fresh: true } },
      { conversation: conversation([own(1, 'x')], { id: 'd', phase: 'requesting' }) },
    );
    expect(state).toMatchObject({ fresh: false, conversation: { id: 'd' } });
  });

  it('stays out of sight while it is the ended one', () => {
    const ended = conversation([message(1)], { phase: 'ended' });
    expect(applied({ conversation: ended }, { set: { fresh: true } }, { conversation: ended }).fresh).toBe(true);
  });

  it('takes older messages before its own', () => {
    const state = applied(
      { conversation: conversation([message(5)], { moreBefore: true }), set: { loadingOlder: true } },
      { older: { messages: [message(3), message(4)], moreBefore: false } },
    );
    expect(seqs(state)).toEqual([3, 4, 5]);
    expect(state).toMatchObject({ loadingOlder: false, conversation: { moreBefore: false, lastSeq: 5 } });
  });

  it('forgets what was wrong in a form once another is asked', () => {
    const wrong = { busy: false, errors: { email: 'emailWrong' } } as const;
    const asking = (purpose: 'details' | 'email') => conversation([], { form: { fields: ['email'], purpose } });
    expect(
      applied({ conversation: asking('details') }, { set: { form: wrong }, conversation: asking('details') }).form,
    ).toBe(wrong);
    expect(
      applied({ conversation: asking('details') }, { set: { form: wrong }, conversation: asking('email') }).form.errors,
    ).toEqual({});
  });

  it('shows the same messages in whatever order, and however often, they come', () => {
    const all = [1, 2, 4, 7, 8, 11].map((seq) => message(seq));
    const told = fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(told, (messages: Message[]) => {
        const actions = messages.map((one): Action => ({ message: one }));
        const state = applied({ conversation: conversation([message(1)]) }, ...actions);
        const expected = [...new Set([1, ...messages.map(({ seq }) => seq)])].sort((a, b) => a - b);
        expect(seqs(state)).toEqual(expected);
        expect(state.conversation?.lastSeq).toBe(expected.at(-1));
      }),
    );
  });
});

describe('what is not seen yet', () => {
  it('counts others’ messages after the last one that was read', () => {
    const state = applied(
      { conversation: conversation([message(1), own(2, 'x'), message(3), message(4)]) },
      { set: { read: { conversation: 'c', seq: 1 } } },
    );
    expect(unread(state).map(({ seq }) => seq)).toEqual([3, 4]);
  });

  it('does not take the place in another conversation for this one', () => {
    const state = applied({
      conversation: conversation([message(1)]),
      set: { read: { conversation: 'other', seq: 9 } },
    });
    expect(unread(state)).toHaveLength(1);
  });
});

describe('what the customer wrote', () => {
  it('is pending until the server shows it', () => {
    const outbox = [
      { id: 'a', text: 'A', at: 1 },
      { id: 'b', text: 'B', at: 2 },
    ];
    const state = applied({ conversation: conversation([own(1, 'a')]), set: { outbox } });
    expect(pending(state).map(({ id }) => id)).toEqual(['b']);
  });
});

it('keeps of a signed-out customer only what belongs to the page', () => {
  const state = applied(
    { set: { config, open: true, draft: 'secret', language: 'fr' }, conversation: conversation([message(1)]) },
    { reset: true },
  );
  expect(state).toEqual({ ...emptyState, config, open: true, language: 'fr' });
});
