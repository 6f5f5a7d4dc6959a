/** The pages of `npm run screenshots`, in the order of the navigation. */
export type ScreenshotPage = {
  /** Name of the picture. */
  name: string;
  path: string;
  /** Who looks at it; undefined: nobody is signed in. */
  as?: 'admin' | 'lead' | 'agent';
  /** What must be visible before the picture is taken (a selector); the main heading where absent. */
  ready?: string;
};

export const screenshotPages: readonly ScreenshotPage[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'home', path: '/', as: 'admin' },
  { name: 'workspace', path: '/workspace', as: 'agent' },
  { name: 'triggers', path: '/triggers', as: 'admin' },
  { name: 'trigger-new', path: '/triggers/new', as: 'admin' },
  { name: 'proactive', path: '/proactive', as: 'admin' },
  { name: 'proactive-views', path: '/proactive/views', as: 'admin' },
  { name: 'workflows', path: '/workflows', as: 'admin' },
  { name: 'bots', path: '/bots', as: 'admin' },
  { name: 'log', path: '/log', as: 'admin' },
  { name: 'channels', path: '/channels', as: 'admin' },
  { name: 'channel', path: '/channels/web', as: 'admin' },
  { name: 'channel-responses', path: '/channels/web/responses', as: 'admin' },
  { name: 'schedules', path: '/schedules', as: 'admin' },
  { name: 'people', path: '/people', as: 'admin' },
  { name: 'team', path: '/team', as: 'admin' },
  { name: 'settings', path: '/settings', as: 'admin' },
  { name: 'developers', path: '/developers', as: 'admin' },
  { name: 'mails', path: '/developers/mails', as: 'admin' },
  { name: 'demo-shop', path: '/demo' },
];
