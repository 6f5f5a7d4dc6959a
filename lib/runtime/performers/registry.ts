import type { Family } from '@/lib/engine/value';
import { effectOf } from '../connectors/registry';
import { addTag, addTags, removeTags } from './change-tags';
import { assignAgent, setStatus } from './change-ticket';
import type { Performer } from './performer';
import { requestEmail } from './request-email';
import { sendAnswer } from './send-answer';
import { sendMessage } from './send-message';
import { setTriggered } from './set-triggered';
import { suspendUser } from './suspend-user';

type Performers = Readonly<Record<string, Performer>>;

/** The performer of every action that changes our own data, by family and id; those that leave the house are planned. */
const performers: Partial<Record<Family, Performers>> = {
  trigger: {
    send_message: sendMessage,
    request_email: requestEmail,
    set_triggered: setTriggered,
    add_tags: addTags,
    remove_tags: removeTags,
    suspend_user: suspendUser,
  },
  workflow: {
    send_message: sendAnswer,
    set_status: setStatus,
    assign_agent: assignAgent,
    add_tag: addTag,
  },
};

export function performerOf(family: Family, action: string): Performer | undefined {
  const known = performers[family] ?? {};
  return Object.hasOwn(known, action) ? known[action] : effectOf(action)?.plan;
}
