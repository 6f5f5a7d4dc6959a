import { endpoint } from '../endpoint';
import { groupWaitsList } from '../wait';

export const waitEndpoints = {
  ofGroup: endpoint({
    path: '/api/v1/groups/{id}/waits',
    tag: 'Groups',
    method: 'GET',
    summary: 'Compare wait estimates with what came',
    description:
      'The last 60 tickets of the group that an agent answered, each with the estimate made when it joined the queue.',
    answer: groupWaitsList,
  }),
};
