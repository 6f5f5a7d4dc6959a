import { endpoint } from '../endpoint';
import { threadMails } from '../workspace';

export const mailRetryEndpoint = {
  retry: endpoint({
    method: 'POST',
    path: '/api/v1/conversations/{id}/messages/{seq}/mail/retry',
    tag: 'Conversations',
    summary: 'Send a message again whose e-mail failed',
    description:
      'Under the same Message-ID, so a mail server that had taken it knows it again. `conflict` unless it failed: asked for twice, it goes out once. Answers what became of the conversation’s messages by e-mail.',
    answer: threadMails,
    errors: ['conflict'],
  }),
};
