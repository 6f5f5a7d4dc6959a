import type { Message } from '@/lib/contracts/conversation';
import type { Firing } from '@/lib/contracts/firing';
import type { Context } from '@/lib/services/context';
import { listMessages } from '@/lib/services/conversations/read';
import { getEvent } from '@/lib/services/events/read';
import { rulesOnEvent } from '@/lib/services/events/rules-on-event';
import { getFiring } from '@/lib/services/firings/read';
import { getTrigger } from '@/lib/services/triggers/verbs';
import { getWorkflow } from '@/lib/services/workflows/verbs';

const MESSAGES_SHOWN = 4;

/** Reads what stands by now of rules whose pages compare versions. */
const VERSIONED: Readonly<Record<string, (context: Context, id: string) => Promise<{ version: number }>>> = {
  trigger: getTrigger,
  workflow: getWorkflow,
};

/** A firing with its event, the conversation at that moment and the other rules. @throws AppError `not_found` */
export async function readFiring(context: Context, id: string) {
  const firing = await getFiring(context, id);
  const [event, rules, messages, standing] = await Promise.all([
    getEvent(context, firing.event.id).catch(() => null),
    rulesOnEvent(context, firing.event.id).catch(() => ({ items: [], more: 0 })),
    firing.conversation === null ? [] : messagesAround(context, firing, firing.conversation),
    (VERSIONED[firing.rule.family]?.(context, firing.rule.id) ?? Promise.resolve(null)).catch(() => null),
  ]);
  return { firing, event, rules, messages, standing: standing?.version ?? null };
}

/** The last ones up to the event, and what this firing wrote. */
async function messagesAround(context: Context, firing: Firing, conversation: string): Promise<Message[]> {
  const { items } = await listMessages(context, conversation, { after: 0, limit: 200 });
  const moment = Date.parse(firing.createdAt);
  const own = items.filter((message) => message.firing === firing.id);
  const before = items.filter((message) => message.firing !== firing.id && Date.parse(message.createdAt) <= moment);
  return [...before.slice(-MESSAGES_SHOWN), ...own].sort((a, b) => a.seq - b.seq);
}
