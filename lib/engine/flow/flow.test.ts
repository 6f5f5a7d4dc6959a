import { describe, expect, it } from 'vitest';
import { apply } from '../state/apply';
import { type Command, derive } from '../state/derive';
import type { LiteralEvent } from '../state/literal-event';
import type { Conversation, Customer } from '../state/records';
import type { Desk } from './flow';

const AT = new Date('2026-11-21T10:00:00Z');
const text = (said: string) => ({ text: said, byLanguage: { fr: `${said} (fr)` } });
const response = (details: ('name' | 'email')[] = []): Desk => ({
  kind: 'response',
  which: 'during',
  response: { firstMessage: text('Hello'), details, followUp: text('Coming') },
});
const silent = { text: '' };
const bot: Desk = {
  kind: 'bot',
  bot: {
    ...{ key: 'bo', name: 'Bo', greeting: { text: 'I am Bo' }, fallback: silent, answers: [] },
    human: { offered: false, label: silent, message: silent, group: null },
  },
};
const sender = { name: 'Halden Bikes', avatar: 'channel:web' };

// Only what a flow looks at.
const fresh = {
  phase: 'bot',
  flow: null,
  eventSeq: 0,
  inactive: false,
  language: null,
  tags: [],
} as unknown as Conversation;
const known = (name: string | null, email: string | null) =>
  ({ name, email, suspended: null, lastSeenAt: AT }) as Customer;
const nobody = known(null, null);

/** Plays commands one after the other; answers what each meant. */
function play(commands: readonly Command[], { customer = nobody, suspended = false } = {}) {
  let state = { conversation: fresh, customer };
  return commands.map((command) => {
    const derived = derive(state.conversation, command, suspended, state.customer);
    if ('refused' in derived) return [`refused: ${derived.refused}`];
    for (const event of derived.events) {
      state = apply(state, event, AT);
      state = { ...state, conversation: { ...state.conversation, eventSeq: state.conversation.eventSeq + 1 } };
    }
    return derived.events.map(told);
  });
}

function told(event: LiteralEvent): string {
  if (event.type === 'reply_sent') return `says ${event.reply.text}`;
  const message = 'message' in event && event.message ? ` ${event.message.text}` : '';
  return `${event.type}${message}${'message' in event && event.message?.stored ? ' again' : ''}`;
}

const writes = (id: string, desk: Desk, language: string | null = null): Command => ({
  verb: 'customer_message',
  message: { id, text: id, sender: { type: 'customer' } },
  reception: { desk, sender, language },
});
const answers = (
  details: { name?: string; email?: string },
  desk: Desk,
  purpose: 'details' | 'email' = 'details',
): Command => ({
  verb: 'details_given',
  purpose,
  message: { id: 'form', text: Object.values(details).join(), sender: { type: 'customer' }, details },
  reception: { desk, sender, language: null },
});

describe('the default response', () => {
  it('greets, hands over and says that somebody is coming', () => {
    expect(play([writes('a', response()), writes('b', response())])).toEqual([
      [
        'conversation_started',
        'says Hello',
        'message_stored a',
        'says Coming',
        'conversation_requested a again',
        'message_sent a again',
        'conversation_queued',
      ],
      ['message_sent b'],
    ]);
  });

  it('asks for details before the hand-over, and hands over the last message', () => {
    const desk = response(['name', 'email']);
    const played = play([
      writes('a', desk),
      writes('b', desk),
      answers({ name: 'Ada' }, desk),
      answers({ email: 'a@example.org' }, desk),
      writes('c', desk),
    ]);
    expect(played).toEqual([
      ['conversation_started', 'says Hello', 'message_stored a', 'flow_moved'],
      ['message_stored b', 'flow_moved'],
      ['details_given Ada', 'flow_moved'],
      [
        'details_given a@example.org',
        'says Coming',
        'conversation_requested b again',
        'message_sent b again',
        'conversation_queued',
      ],
      ['message_sent c'],
    ]);
  });

  it('asks for nothing that is known', () => {
    const desk = response(['name', 'email']);
    const [, form] = play([writes('a', desk), answers({ email: 'a@example.org', name: 'Eve' }, desk)], {
      customer: known('Ada', null),
    });
    expect(form?.[0]).toBe('details_given a@example.org,Eve');
    expect(play([writes('a', desk)], { customer: known('Ada', 'ada@example.org') })[0]).toContain(
      'conversation_queued',
    );
  });

  const evening: Desk = {
    kind: 'response',
    which: 'outside',
    response: { firstMessage: text('Closed'), details: ['name'], followUp: text('Tomorrow') },
  };

  it('asks what it began to ask while hours end, and says at the hand-over when somebody comes', () => {
    const [, answered] = play([writes('a', response(['email'])), answers({ email: 'a@example.org' }, evening)]);
    expect(answered).toContain('says Tomorrow');
    expect(answered).toContain('conversation_queued');
    const [, opened] = play([writes('a', evening), answers({ name: 'Ada' }, response(['email']))]);
    expect(opened).toContain('says Coming');
    expect(opened).toContain('conversation_queued');
  });

  it('stays as it began while the channel changes', () => {
    const rewritten: Desk = {
      kind: 'response',
      which: 'during',
      response: { firstMessage: text('Hi'), details: [], followUp: text('Rewritten') },
    };
    for (const now of [rewritten, bot, { kind: 'none' } as const]) {
      const [, answered] = play([writes('a', response(['email'])), answers({ email: 'a@example.org' }, now)]);
      expect(answered).toContain('says Coming');
    }
    const proactive: Desk = { ...rewritten, which: 'proactive' };
    const asking: Desk = { ...proactive, response: { ...proactive.response, details: ['email'] } };
    const [, answered] = play([writes('a', asking), answers({ email: 'a@example.org' }, evening)]);
    expect(answered).toContain('says Rewritten');
  });

  it('speaks the language of its reader', () => {
    expect(play([writes('a', response(), 'fr-CA')])[0]).toContain('says Hello (fr)');
    expect(play([writes('a', response(), 'de')])[0]).toContain('says Hello');
  });

  it('says nothing where its texts are empty', () => {
    const silent: Desk = {
      kind: 'response',
      which: 'during',
      response: { firstMessage: { text: '' }, details: [], followUp: { text: ' ' } },
    };
    expect(play([writes('a', silent)])[0]?.filter((each) => each.startsWith('says'))).toEqual([]);
  });

  it('neither asks nor promises anything to a suspended customer', () => {
    expect(play([writes('a', response(['email']))], { suspended: true })[0]).toEqual([
      'conversation_started',
      'says Hello',
      'message_stored a',
      'conversation_requested a again',
      'message_sent a again',
      'conversation_queued',
    ]);
  });
});

describe('a form', () => {
  it('that is not open takes no answer', () => {
    const desk = response();
    const late = answers({ email: 'a@example.org' }, desk);
    expect(play([writes('a', desk), late])[1]).toEqual(['refused: no_form']);
    const unasked = answers({ name: 'Ada' }, desk);
    expect(play([writes('a', response(['email'])), unasked])[1]).toEqual(['refused: no_form']);
  });

  it('of a trigger takes an address that is not known', () => {
    const given = answers({ email: 'a@example.org' }, response(), 'email');
    expect(play([writes('a', response()), given, given]).slice(1)).toEqual([
      ['details_given a@example.org'],
      ['refused: no_form'],
    ]);
  });

  it('closes by itself when the customer has become known', () => {
    const desk = response(['email']);
    const derived = derive(
      {
        ...fresh,
        phase: 'details',
        eventSeq: 3,
        flow: { kind: 'response', which: 'during', details: ['email'], followUp: text('Coming'), last: { text: 'a' } },
      },
      { ...answers({}, desk) },
      false,
      { name: null, email: 'ada@example.org' },
    );
    expect('events' in derived && derived.events.map(told)).toEqual([
      'says Coming',
      'conversation_requested a again',
      'message_sent a again',
      'conversation_queued',
    ]);
  });
});

describe('other desks', () => {
  it('a bot greets first', () => {
    expect(play([writes('a', bot)])[0]?.slice(0, 3)).toEqual([
      'conversation_started',
      'says I am Bo',
      'message_stored a',
    ]);
  });

  it('humans who keep control are called at once', () => {
    expect(play([writes('a', { kind: 'none' })])[0]).toEqual([
      'conversation_requested a',
      'message_sent a',
      'conversation_queued',
    ]);
  });
});
