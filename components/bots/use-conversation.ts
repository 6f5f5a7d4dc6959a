'use client';

import { useCallback, useMemo, useState } from 'react';
import type { Bot } from '@/lib/engine/bots/bot';
import { MATCH_THRESHOLD, type Match, matchAnswers } from '@/lib/engine/bots/match';
import { botFlow } from '@/lib/engine/flow/bot-flow';
import type { Flow, Heard, Reaction, Reply } from '@/lib/engine/flow/flow';
import type { DetailField } from '@/lib/engine/responses/response';

export type Line =
  | { readonly by: 'customer'; readonly text: string; readonly matches: readonly Match[] | null }
  | { readonly by: 'bot'; readonly reply: Reply }
  /** Humans were called, of this group; null: of the channel's default group. */
  | { readonly by: 'system'; readonly group: string | null };

interface Talk {
  readonly lines: readonly Line[];
  /** Null once humans were called. */
  readonly flow: Flow | null;
  readonly customer: { readonly name: string | null; readonly email: string | null };
}

const STRANGER = { name: null, email: null };
const MATCHES_SHOWN = 5;

/** A conversation with the bot as it stands in the editor, by the code that customers meet. Nothing is stored. */
export function useConversation(bot: Bot, language: string | null) {
  const begin = useCallback((): Talk => {
    const { replies, flow } = botFlow.begin({ kind: 'bot', bot }, { customer: STRANGER, suspended: false, language });
    return { lines: replies.map((reply) => ({ by: 'bot', reply })), flow, customer: STRANGER };
  }, [bot, language]);
  const [held, setTalk] = useState<Talk | null>(null);
  // Until something is said, the greeting follows the editor.
  const fresh = useMemo(begin, [begin]);
  const talk = held ?? fresh;
  const fields: readonly DetailField[] = talk.flow?.kind === 'bot' ? botFlow.fields(talk.flow) : [];

  const hear = (heard: Heard, line: Line, customer = talk.customer) => {
    const { flow, lines } = talk;
    if (flow?.kind !== 'bot') return;
    const situation = { customer, suspended: false, language };
    const reaction = botFlow.hear({ kind: 'bot', bot }, flow, heard, situation);
    setTalk({
      lines: [...lines, line, ...linesOf(reaction)],
      flow: 'flow' in reaction ? reaction.flow : null,
      customer,
    });
  };
  return {
    lines: talk.lines,
    ended: talk.flow === null,
    fields: fields.filter((field) => talk.customer[field] === null),
    threshold: MATCH_THRESHOLD,
    begun: held !== null,
    write: (text: string) => {
      const matches = matchAnswers(bot.answers, text).slice(0, MATCHES_SHOWN);
      hear({ kind: 'message', message: messageOf(text) }, { by: 'customer', text, matches });
    },
    choose: ({ id, label }: { id: string; label: string }) =>
      hear({ kind: 'message', message: messageOf(label), reply: id }, { by: 'customer', text: label, matches: null }),
    give: (details: { name?: string; email?: string }) => {
      const text = Object.values(details).join(', ');
      hear({ kind: 'details', details }, { by: 'customer', text, matches: null }, { ...talk.customer, ...details });
    },
    startOver: () => setTalk(null),
  };
}

function messageOf(text: string) {
  return { text, sender: { type: 'customer' } } as const;
}

function linesOf(reaction: Reaction): Line[] {
  const said = reaction.replies.map((reply): Line => ({ by: 'bot', reply }));
  return 'handOver' in reaction ? [...said, { by: 'system', group: reaction.handOver.group ?? null }] : said;
}
