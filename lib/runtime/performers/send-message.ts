import type { Performer } from './performer';
import { listOf, textOf, textsOf } from './read-parameters';

export const sendMessage: Performer = ({ step: { params }, render, send }) => {
  const quickReplies = listOf(params.quickReplies).map((reply) => render(reply));
  const sent = send({
    authorName: render(textOf(params.sender)),
    body: render(textOf(params.text), textsOf(params.texts)),
    kind: quickReplies.length > 0 ? 'quick_replies' : 'text',
    meta: quickReplies.length > 0 ? { quickReplies } : null,
  });
  return 'skipped' in sent
    ? { state: 'skipped', reason: sent.skipped }
    : { state: 'done', result: { message: sent.seq } };
};
