import type { Endpoint } from '../endpoint';
import { botEndpoints } from './bots';
import {
  channelKeyEndpoints,
  channelLogoEndpoints,
  channelResponseEndpoints,
  channelSightingEndpoints,
} from './channels';
import { conversationEndpoints } from './conversations';
import { customerEndpoints } from './customers';
import { changeEndpoints, mailEndpoints, tokenEndpoints, webhookEndpoints } from './developers';
import { draftEndpoints } from './drafts';
import { integrationEndpoints } from './integrations';
import * as log from './log';
import { mailRetryEndpoint } from './mail-retry';
import { agentEndpoints, brandEndpoints, channelEndpoints, groupEndpoints } from './organisation';
import { proactiveEndpoints } from './proactive';
import { scheduleEndpoints } from './schedules';
import { accountEndpoints, meEndpoints, openingEndpoints, teamEndpoints } from './team';
import { inboxEndpoints, inboxGroupEndpoints, statusEndpoints, ticketEndpoints } from './tickets';
import { triggerEndpoints } from './triggers';
import { waitEndpoints } from './waits';
import { widgetEndpoints } from './widget';
import { workflowEndpoints } from './workflows';
import { agentVerbEndpoints, attachmentEndpoints, cannedReplyEndpoints, workspaceEndpoints } from './workspace';

/** Every endpoint of the API, in the order of the reference. A new file of endpoints: one line here. */
export const endpoints: readonly Endpoint[] = [
  triggerEndpoints,
  proactiveEndpoints,
  workflowEndpoints,
  ...Object.values(log),
  conversationEndpoints,
  draftEndpoints,
  mailRetryEndpoint,
  ticketEndpoints,
  statusEndpoints,
  inboxEndpoints,
  inboxGroupEndpoints,
  agentVerbEndpoints,
  attachmentEndpoints,
  cannedReplyEndpoints,
  workspaceEndpoints,
  customerEndpoints,
  groupEndpoints,
  waitEndpoints,
  agentEndpoints,
  brandEndpoints,
  channelEndpoints,
  channelKeyEndpoints,
  channelSightingEndpoints,
  channelLogoEndpoints,
  channelResponseEndpoints,
  scheduleEndpoints,
  botEndpoints,
  teamEndpoints,
  accountEndpoints,
  meEndpoints,
  openingEndpoints,
  tokenEndpoints,
  webhookEndpoints,
  mailEndpoints,
  integrationEndpoints,
  changeEndpoints,
  widgetEndpoints,
].flatMap((group) => Object.values<Endpoint>(group));
