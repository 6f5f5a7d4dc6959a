import { bot, botChange, botInput, botPage, botQuery, botTestInput, botTestResult } from '../bot';
import { endpoint } from '../endpoint';
import { forceQuery } from '../list';

const path = '/api/v1/bots';
const tag = 'Bots';
const one = { path: `${path}/{id}`, tag } as const;

const example = {
  name: 'Halden helper',
  avatar: '🤖',
  language: 'en',
  greeting: {
    text: 'Hello! Ask me something, or choose below.',
    byLanguage: { fr: 'Bonjour ! Posez-moi une question.' },
  },
  fallback: { text: 'I have no answer to that. Is it one of these?' },
  answers: [
    {
      key: 'order',
      title: 'Where is my order?',
      phrases: ['track my parcel', 'Où est ma commande ?'],
      steps: [
        { step: 'ask', text: 'Which e-mail address did you order with?', fields: ['email'] },
        { step: 'transfer', text: 'Our orders team will look it up.', group: 'orders' },
      ],
    },
  ],
  channels: ['web'],
};

export const botEndpoints = {
  list: endpoint({ path, tag, method: 'GET', summary: 'List bots', query: botQuery, answer: botPage }),
  create: endpoint({
    ...{ path, tag },
    method: 'POST',
    summary: 'Create a bot',
    description:
      'Steps of an answer are `message`, `quick_replies` (each leads to an answer), `ask` (name, e-mail) and `transfer` (to a group); `quick_replies` and `transfer` come last. Which bot answers first on a channel is chosen in its responses.',
    body: botInput,
    answer: bot,
    status: 201,
    errors: ['name_taken'],
    example,
  }),
  get: endpoint({ ...one, method: 'GET', summary: 'Read a bot', answer: bot }),
  update: endpoint({
    ...one,
    method: 'PUT',
    summary: 'Change a bot',
    description: 'What is absent stays as it is; answers and channels are replaced as a whole.',
    body: botChange,
    answer: bot,
    errors: ['stale_version', 'name_taken'],
    example: { channels: ['web'], version: 1 },
  }),
  clone: endpoint({
    path: `${path}/{id}/clone`,
    tag,
    method: 'POST',
    summary: 'Store a copy of a bot',
    description: 'The copy is published nowhere.',
    answer: bot,
    status: 201,
  }),
  delete: endpoint({
    ...one,
    method: 'DELETE',
    summary: 'Delete a bot',
    description:
      'Refused with the list of what uses it, unless `force` is given; channels get their own response back, rules that name it become broken.',
    query: forceQuery,
    errors: ['in_use'],
  }),
  test: endpoint({
    path: `${path}/{id}/test`,
    tag,
    method: 'POST',
    summary: 'Try a customer’s text',
    description: 'Which answer fits, how well, and what the bot would say. Nothing is sent.',
    body: botTestInput,
    answer: botTestResult,
    example: { text: 'Hi, where is my parcel?', language: 'en' },
  }),
};
