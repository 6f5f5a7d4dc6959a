import { inOrder } from '@/components/log/message-order';
import type { Message } from '@/lib/contracts/conversation';
import type { Firing } from '@/lib/contracts/firing';
import type { Context } from '@/lib/services/context';
import { listMessages } from '@/lib/services/conversations/read';
import { getEvent } from '@/lib/services/events/read';
import { rulesOnEvent } from '@/lib/services/events/rules-on-event';
import { getFiring, listFirings } from '@/lib/services/firings/read';
import { getTrigger } from '@/lib/services/triggers/verbs';
import { getWorkflow } from '@/lib/services/workflows/verbs';

const MESSAGES_SHOWN = 4;
const MOST = 200;

/** Reads what stands by now of rules whose pages compare versions. */
const VERSIONED: Readonly<Record<string, (context: Context, id: string) => Promise<{ version: number }>>> = {
  trigger: getTrigger,
  workflow: getWorkflow,
};

/** A firing with its event, the conversation at that moment and the other rules. @throws AppError `not_found` */
export async function readFiring(context: Context, id: string) {
  const firing = await getFiring(context, id);
  const [event, rules, around, standing] = await Promise.all([
    getEvent(context, firing.event.id).catch(() => null),
    rulesOnEvent(context, firing.event.id).catch(() => ({ items: [], more: 0 })),
    firing.conversation === null ? NOTHING : messagesAround(context, firing, firing.conversation),
    (VERSIONED[firing.rule.family]?.(context, firing.rule.id) ?? Promise.resolve(null)).catch(() => null),
  ]);
  return { firing, event, rules, ...around, standing: standing?.version ?? null };
}

const NOTHING = { messages: [] as Message[], ruleNames: {} };

/** The last messages up to the event and what this firing wrote, with the names of the rules behind them by firing. */
async function messagesAround(context: Context, firing: Firing, conversation: string) {
  const [{ items }, firings] = await Promise.all([
    listMessages(context, conversation, { after: 0, limit: MOST }),
    listFirings(context, { conversation, limit: MOST }),
  ]);
  const moment = Date.parse(firing.createdAt);
  const own = items.filter((message) => message.firing === firing.id);
  const before = items.filter((message) => message.firing !== firing.id && Date.parse(message.createdAt) <= moment);
  return {
    messages: inOrder([...inOrder(before).slice(-MESSAGES_SHOWN), ...own]),
    ruleNames: Object.fromEntries(firings.items.map(({ id, rule }) => [id, rule.name])),
  };
}
