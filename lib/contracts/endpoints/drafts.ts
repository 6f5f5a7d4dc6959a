import { endpoint } from '../endpoint';
import { draftDiscarding, draftSending, openDraft } from '../reply-draft';

const tag = 'Conversations';
const path = '/api/v1/conversations/{id}/draft';
const example = { draft: '01989b3e-6f00-7000-8000-000000000001' };

export const draftEndpoints = {
  read: endpoint({
    ...{ method: 'GET', path, tag },
    summary: 'Read what a rule has written for an agent to send',
    answer: openDraft,
  }),
  send: endpoint({
    ...{ method: 'POST', path: `${path}/send`, tag },
    summary: 'Send such a draft, as it is or changed',
    description: 'As the agent’s own message. Sent twice, it goes out once.',
    body: draftSending,
    answer: openDraft,
    errors: ['conflict'],
    example: { ...example, text: 'Your parcel arrives tomorrow.' },
  }),
  discard: endpoint({
    ...{ method: 'POST', path: `${path}/discard`, tag },
    summary: 'Discard such a draft',
    body: draftDiscarding,
    answer: openDraft,
    errors: ['conflict'],
    example,
  }),
};
