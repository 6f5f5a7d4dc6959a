import { channelSightingList, uploadedLogo } from '../channel';
import {
  channelKey,
  channelKeyChange,
  channelKeyInput,
  channelKeyList,
  jwtTest,
  jwtTestInput,
  newChannelKey,
} from '../channel-key';
import { endpoint } from '../endpoint';
import { channelResponses, responsesChange } from '../responses';

const tag = 'Channels';
const keys = { path: '/api/v1/channels/{id}/keys', tag } as const;
const oneKey = { path: '/api/v1/channels/{id}/keys/{key}', tag } as const;

export const channelKeyEndpoints = {
  list: endpoint({ ...keys, method: 'GET', summary: 'List signing keys of a channel', answer: channelKeyList }),
  create: endpoint({
    ...keys,
    method: 'POST',
    summary: 'Create a signing key',
    description: 'The answer holds the secret, this once: the text itself is what HS256 signs with.',
    body: channelKeyInput,
    answer: newChannelKey,
    status: 201,
    errors: ['limit_exceeded'],
    example: { name: 'Shop' },
  }),
  update: endpoint({
    ...oneKey,
    method: 'PUT',
    summary: 'Rename, activate or deactivate a signing key',
    description: 'What is absent stays as it is. Tokens of an inactive key are refused.',
    body: channelKeyChange,
    answer: channelKey,
    example: { active: false },
  }),
  delete: endpoint({ ...oneKey, method: 'DELETE', summary: 'Delete a signing key' }),
  test: endpoint({
    path: '/api/v1/channels/{id}/keys/test',
    tag,
    method: 'POST',
    summary: 'Try a customer’s JWT',
    description: 'Says whether the widget would accept it, or the exact reason why not. Changes nothing.',
    body: jwtTestInput,
    answer: jwtTest,
    example: { jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJleHRlcm5hbF9pZCI6InUtMSJ9.…' },
  }),
};

export const channelSightingEndpoints = {
  list: endpoint({
    path: '/api/v1/channels/{id}/sightings',
    tag,
    method: 'GET',
    summary: 'List the sites that have loaded the widget of a channel, latest first',
    answer: channelSightingList,
  }),
};

export const channelLogoEndpoints = {
  upload: endpoint({
    path: '/api/v1/channels/{id}/logos',
    tag,
    method: 'POST',
    summary: 'Upload a logo',
    description:
      'The body is a PNG, JPEG, WebP or GIF image of at most 256 kB. The answer goes into `settings.logo` of the channel; an image that it does not name is deleted some time after.',
    answer: uploadedLogo,
    status: 201,
    errors: ['too_large'],
  }),
  read: endpoint({
    path: '/api/v1/logos/{digest}',
    tag,
    method: 'GET',
    summary: 'Read the bytes of an uploaded logo',
    public: true,
  }),
};

const responses = { path: '/api/v1/channels/{id}/responses', tag } as const;

export const channelResponseEndpoints = {
  get: endpoint({
    ...responses,
    method: 'GET',
    summary: 'Read the default messaging response of a channel',
    description: 'Both responses as they hold, with the default texts where nothing is configured.',
    answer: channelResponses,
  }),
  update: endpoint({
    ...responses,
    method: 'PUT',
    summary: 'Change the default messaging response of a channel, or let a bot answer first',
    description:
      'What is absent stays as it is; null goes back to the default texts, to no schedule, to no bot. While a bot answers first the responses are kept. `version` (of the channel) may stand in `If-Match` instead.',
    body: responsesChange,
    answer: channelResponses,
    errors: ['stale_version'],
    example: {
      schedule: 'opening-hours',
      during: {
        firstMessage: { text: 'Hello! Ask us anything about bikes.', byLanguage: { fr: 'Bonjour ! Une question ?' } },
        details: ['email'],
        followUp: { text: 'Thank you. An agent is coming.' },
      },
      version: 3,
    },
  }),
};
