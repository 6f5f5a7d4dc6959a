import type { Performer } from './performer';
import { textOf } from './read-parameters';

/** The message of a workflow: written with the ticket's variables, and kept from going round with another automaton. */
export const sendAnswer: Performer = ({ step: { params }, write, send }) => {
  const { text, missing } = write(textOf(params.text));
  if (text.trim() === '') return { state: 'skipped', reason: 'empty_text' };
  const sent = send({ authorName: null, body: text, kind: 'text', meta: null });
  if ('skipped' in sent) return { state: 'skipped', reason: sent.skipped };
  return { state: 'done', result: { message: sent.seq, ...(missing.length > 0 && { missing }) } };
};
