import { addTags, removeTags } from './change-tags';
import type { Performer } from './performer';
import { requestEmail } from './request-email';
import { sendMessage } from './send-message';
import { setTriggered } from './set-triggered';
import { suspendUser } from './suspend-user';

/** The performer of every action that changes our own data, by the action's id. A test compares with the definitions. */
const performers: Readonly<Record<string, Performer>> = {
  send_message: sendMessage,
  request_email: requestEmail,
  set_triggered: setTriggered,
  add_tags: addTags,
  remove_tags: removeTags,
  suspend_user: suspendUser,
};

export function performerOf(action: string): Performer | undefined {
  return Object.hasOwn(performers, action) ? performers[action] : undefined;
}
