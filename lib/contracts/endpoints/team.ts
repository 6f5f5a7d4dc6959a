import * as z from 'zod';
import { account, accountChange } from '../account';
import { accountStatus } from '../account-status';
import { endpoint } from '../endpoint';
import {
  acceptInvitationInput,
  invitation,
  inviteInput,
  me,
  meChange,
  passwordChange,
  setUpInput,
  user,
  userChange,
  userPage,
  userQuery,
} from '../team';

const team = { path: '/api/v1/team', tag: 'Team' } as const;
const one = { path: '/api/v1/team/{id}', tag: 'Team' } as const;

export const teamEndpoints = {
  list: endpoint({ ...team, method: 'GET', summary: 'List users', query: userQuery, answer: userPage }),
  invite: endpoint({
    ...team,
    method: 'POST',
    summary: 'Invite a user',
    description: 'The answer holds the link to pass on, this once; it is valid for seven days.',
    body: inviteInput,
    answer: invitation,
    status: 201,
    example: { email: 'ada@example.org', name: 'Ada', role: 'agent', groups: ['support'] },
  }),
  get: endpoint({ ...one, method: 'GET', summary: 'Read a user', answer: user }),
  update: endpoint({
    ...one,
    method: 'PUT',
    summary: 'Change name, role, groups or permission of a user',
    description: 'What is absent stays as it is.',
    body: userChange,
    answer: user,
    errors: ['conflict'],
    example: { role: 'lead' },
  }),
  renewInvitation: endpoint({
    path: '/api/v1/team/{id}/invitation',
    tag: 'Team',
    method: 'POST',
    summary: 'Make a new link for a first or a new password',
    answer: invitation,
  }),
  deactivate: endpoint({
    path: '/api/v1/team/{id}/deactivate',
    tag: 'Team',
    method: 'POST',
    summary: 'Deactivate a user',
    description: 'Every session of the user ends.',
    answer: user,
    errors: ['conflict'],
  }),
  reactivate: endpoint({
    path: '/api/v1/team/{id}/reactivate',
    tag: 'Team',
    method: 'POST',
    summary: 'Reactivate a user',
    answer: user,
  }),
};

export const meEndpoints = {
  get: endpoint({ method: 'GET', path: '/api/v1/me', tag: 'Account', summary: 'Who the caller is', answer: me }),
  update: endpoint({
    method: 'PUT',
    path: '/api/v1/me',
    tag: 'Account',
    summary: 'Change own name, language or time zone',
    body: meChange,
    answer: me,
    example: { language: 'fr' },
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/api/v1/me/password',
    tag: 'Account',
    summary: 'Change own password',
    description: 'Every session of the user ends, this one too.',
    body: passwordChange,
  }),
};

export const accountEndpoints = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/account',
    tag: 'Account',
    summary: 'Read the settings',
    answer: account,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/api/v1/account',
    tag: 'Account',
    summary: 'Change the settings',
    description: 'What is absent stays as it is, also within `settings`.',
    body: accountChange,
    answer: account,
    example: { timeZone: 'Europe/Paris' },
  }),
  status: endpoint({
    method: 'GET',
    path: '/api/v1/account/status',
    tag: 'Account',
    summary: 'Read who is online, as rules see it',
    description:
      'The status of the account and of every group: online while any agent is, else away while any is, else invisible.',
    answer: accountStatus,
  }),
};

const emailOnly = z.object({ email: z.string() });

export const openingEndpoints = {
  setUp: endpoint({
    method: 'POST',
    path: '/api/v1/set-up',
    tag: 'Account',
    summary: 'Create the first account and its admin',
    description: 'Works once, on an empty database.',
    public: true,
    body: setUpInput,
    answer: emailOnly,
    status: 201,
    errors: ['already_set_up'],
  }),
  acceptInvitation: endpoint({
    method: 'POST',
    path: '/api/v1/invitations/accept',
    tag: 'Team',
    summary: 'Accept an invitation',
    public: true,
    body: acceptInvitationInput,
    answer: emailOnly,
    errors: ['not_found'],
  }),
};
