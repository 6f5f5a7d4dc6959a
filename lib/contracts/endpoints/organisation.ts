import { agent, agentChange, agentInput, agentPage, agentQuery } from '../agent';
import { brand, brandChange, brandInput, brandPage, brandQuery } from '../brand';
import { channel, channelChange, channelInput, channelPage, channelQuery } from '../channel';
import { endpoint } from '../endpoint';
import { group, groupChange, groupInput, groupPage, groupQuery } from '../group';
import { forceQuery } from '../list';

const deletion = 'Refused with the list of what uses it, unless `force` is given; rules that name it become broken.';

const groups = { path: '/api/v1/groups', tag: 'Groups' } as const;
const oneGroup = { path: '/api/v1/groups/{id}', tag: 'Groups' } as const;

export const groupEndpoints = {
  list: endpoint({ ...groups, method: 'GET', summary: 'List groups', query: groupQuery, answer: groupPage }),
  create: endpoint({
    ...groups,
    method: 'POST',
    summary: 'Create a group',
    body: groupInput,
    answer: group,
    status: 201,
    example: { name: 'Workshop', agents: ['ada'], overflow: { group: 'support', minutes: 10 } },
  }),
  get: endpoint({ ...oneGroup, method: 'GET', summary: 'Read a group', answer: group }),
  update: endpoint({
    ...oneGroup,
    method: 'PUT',
    summary: 'Change a group',
    description: 'What is absent stays as it is.',
    body: groupChange,
    answer: group,
    example: { name: 'Workshop and repairs' },
  }),
  delete: endpoint({
    ...oneGroup,
    method: 'DELETE',
    summary: 'Delete a group',
    description: deletion,
    query: forceQuery,
    errors: ['in_use'],
  }),
};

const brands = { path: '/api/v1/brands', tag: 'Brands' } as const;
const oneBrand = { path: '/api/v1/brands/{id}', tag: 'Brands' } as const;

export const brandEndpoints = {
  list: endpoint({ ...brands, method: 'GET', summary: 'List brands', query: brandQuery, answer: brandPage }),
  create: endpoint({
    ...brands,
    method: 'POST',
    summary: 'Create a brand',
    body: brandInput,
    answer: brand,
    status: 201,
    example: { name: 'Halden Bikes' },
  }),
  get: endpoint({ ...oneBrand, method: 'GET', summary: 'Read a brand', answer: brand }),
  update: endpoint({
    ...oneBrand,
    method: 'PUT',
    summary: 'Change a brand',
    description: 'What is absent stays as it is.',
    body: brandChange,
    answer: brand,
    example: { active: false },
  }),
  delete: endpoint({
    ...oneBrand,
    method: 'DELETE',
    summary: 'Delete a brand',
    description: `${deletion} A brand with channels stays.`,
    query: forceQuery,
    errors: ['in_use'],
  }),
};

const channels = { path: '/api/v1/channels', tag: 'Channels' } as const;
const oneChannel = { path: '/api/v1/channels/{id}', tag: 'Channels' } as const;

export const channelEndpoints = {
  list: endpoint({ ...channels, method: 'GET', summary: 'List channels', query: channelQuery, answer: channelPage }),
  create: endpoint({
    ...channels,
    method: 'POST',
    summary: 'Create a channel',
    body: channelInput,
    answer: channel,
    status: 201,
    example: { name: 'Helpdesk', kind: 'api', defaultGroup: 'support' },
  }),
  get: endpoint({ ...oneChannel, method: 'GET', summary: 'Read a channel', answer: channel }),
  update: endpoint({
    ...oneChannel,
    method: 'PUT',
    summary: 'Change a channel',
    description:
      'What is absent stays as it is, also within `settings`; a setting that is null goes back to its default.',
    body: channelChange,
    answer: channel,
    errors: ['stale_version'],
    example: { defaultGroup: 'support', version: 1 },
  }),
  delete: endpoint({
    ...oneChannel,
    method: 'DELETE',
    summary: 'Delete a channel',
    description: `${deletion} A channel with a connected integration stays.`,
    query: forceQuery,
    errors: ['in_use'],
  }),
};

const agents = { path: '/api/v1/agents', tag: 'Agents' } as const;
const oneAgent = { path: '/api/v1/agents/{id}', tag: 'Agents' } as const;

export const agentEndpoints = {
  list: endpoint({ ...agents, method: 'GET', summary: 'List agents', query: agentQuery, answer: agentPage }),
  create: endpoint({
    ...agents,
    method: 'POST',
    summary: 'Create an agent without a user',
    description: 'For helpdesks whose agents do not sign in here. Users get their agent when they are invited.',
    body: agentInput,
    answer: agent,
    status: 201,
    example: { name: 'Ada', groups: ['support'], capacity: 5 },
  }),
  get: endpoint({ ...oneAgent, method: 'GET', summary: 'Read an agent', answer: agent }),
  update: endpoint({
    ...oneAgent,
    method: 'PUT',
    summary: 'Change an agent',
    description: 'What is absent stays as it is.',
    body: agentChange,
    answer: agent,
    example: { capacity: 3 },
  }),
  delete: endpoint({
    ...oneAgent,
    method: 'DELETE',
    summary: 'Delete an agent',
    description: `${deletion} The agent of a user stays.`,
    query: forceQuery,
    errors: ['in_use'],
  }),
};
