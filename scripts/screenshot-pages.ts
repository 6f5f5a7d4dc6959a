/** The pages of `npm run screenshots`, in the order of the navigation. */
export type ScreenshotPage = {
  /** Name of the picture. */
  name: string;
  /** `{id}` stands for the one found. */
  path: string;
  /** The list of the API that the page's object stands in, and its name there. */
  of?: { list: string; name: string };
  /** Who looks at it; undefined: nobody is signed in. */
  as?: 'admin' | 'lead' | 'agent';
  /** What must be visible before the picture is taken (a selector); the main heading where absent. */
  ready?: string;
  /** Also in French, and in the dark theme. */
  main?: true;
};

const trigger = { list: '/triggers', name: 'Ask for e-mail when the workshop is busy' };
const firing = { list: '/firings?limit=50', name: 'Ask for e-mail when the workshop is busy' };
const event = { list: '/events?limit=50&type=conversation_requested', name: 'HB-48209' };
const conversation = { list: '/conversations?limit=50', name: 'HB-48206' };
const message = { list: '/proactive-messages', name: 'Hesitation at the cart' };
const workflow = { list: '/workflows', name: 'Reminder after a day' };
const bot = { list: '/bots', name: 'Velo helper' };
const schedule = { list: '/schedules', name: 'Shop opening hours' };
const customer = { list: '/customers?pageSize=100', name: 'Noor Haddad' };

const admin = { as: 'admin' } as const;

export const screenshotPages: readonly ScreenshotPage[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'home', path: '/', ...admin, ready: '.recharts-surface', main: true },
  { name: 'workspace', path: '/workspace', as: 'agent', main: true },
  { name: 'conversation-at-work', path: '/workspace/{id}', of: conversation, ...admin, main: true },
  { name: 'replies', path: '/workspace/replies', ...admin },
  { name: 'tickets', path: '/tickets', ...admin },
  { name: 'triggers', path: '/triggers', ...admin, main: true },
  { name: 'trigger', path: '/triggers/{id}', of: trigger, ...admin, main: true },
  { name: 'trigger-firings', path: '/triggers/{id}/firings', of: trigger, ...admin },
  { name: 'trigger-versions', path: '/triggers/{id}/versions', of: { ...trigger, name: 'First Reply' }, ...admin },
  { name: 'trigger-new', path: '/triggers/new', ...admin },
  { name: 'proactive', path: '/proactive', ...admin },
  { name: 'proactive-message', path: '/proactive/{id}', of: message, ...admin, main: true },
  { name: 'proactive-json', path: '/proactive/{id}/json', of: message, ...admin },
  { name: 'proactive-results', path: '/proactive/{id}/results', of: message, ...admin },
  { name: 'proactive-versions', path: '/proactive/{id}/versions', of: message, ...admin },
  { name: 'proactive-views', path: '/proactive/views', ...admin },
  { name: 'workflows', path: '/workflows', ...admin, main: true },
  { name: 'workflow', path: '/workflows/{id}', of: workflow, ...admin },
  { name: 'workflow-firings', path: '/workflows/{id}/firings', of: { ...workflow, name: 'Upset customers' }, ...admin },
  { name: 'workflow-versions', path: '/workflows/{id}/versions', of: workflow, ...admin },
  { name: 'workflow-new', path: '/workflows/new', ...admin },
  { name: 'bots', path: '/bots', ...admin },
  { name: 'bot', path: '/bots/{id}', of: bot, ...admin },
  { name: 'bot-new', path: '/bots/new', ...admin },
  { name: 'log', path: '/log', ...admin, ready: '.recharts-surface', main: true },
  { name: 'firing', path: '/log/{id}', of: firing, ...admin, main: true },
  { name: 'events', path: '/log/events', ...admin },
  { name: 'why-not', path: '/log/events/{id}', of: event, ...admin },
  { name: 'conversations', path: '/conversations', ...admin },
  { name: 'conversation', path: '/conversations/{id}', of: conversation, ...admin },
  { name: 'channels', path: '/channels', ...admin },
  { name: 'channel', path: '/channels/web', ...admin },
  { name: 'channel-responses', path: '/channels/web/responses', ...admin },
  { name: 'channel-installation', path: '/channels/web/installation', ...admin },
  { name: 'channel-authentication', path: '/channels/web/authentication', ...admin },
  { name: 'schedules', path: '/schedules', ...admin },
  { name: 'schedule', path: '/schedules/{id}', of: schedule, ...admin },
  { name: 'schedule-new', path: '/schedules/new', ...admin },
  { name: 'people', path: '/people', ...admin },
  { name: 'customer', path: '/people/{id}', of: customer, ...admin },
  { name: 'suspended', path: '/people/suspended', ...admin },
  { name: 'team', path: '/team', ...admin },
  { name: 'groups', path: '/team/groups', ...admin },
  { name: 'waits', path: '/team/waits', ...admin },
  { name: 'settings', path: '/settings', ...admin },
  { name: 'brands', path: '/settings/brands', ...admin },
  { name: 'statuses', path: '/settings/statuses', ...admin },
  { name: 'inboxes', path: '/settings/inboxes', ...admin },
  { name: 'integrations', path: '/settings/integrations', ...admin },
  { name: 'change-history', path: '/settings/history', ...admin },
  { name: 'developers', path: '/developers', ...admin },
  { name: 'test-event', path: '/developers/events', ...admin },
  { name: 'webhooks', path: '/developers/webhooks', ...admin },
  { name: 'mails', path: '/developers/mails', ...admin },
  { name: 'api-reference', path: '/developers/reference', ...admin },
  { name: 'account', path: '/account', ...admin },
  { name: 'demo-shop', path: '/demo', ready: 'iframe, [data-signalbox], h1' },
];
