import type { Locale } from '@/lib/i18n/locale';
import enAuth from './en/auth.json';
import enBots from './en/bots.json';
import enChannels from './en/channels.json';
import enConditions from './en/conditions.json';
import enCustomers from './en/customers.json';
import enDemo from './en/demo.json';
import enDevelopers from './en/developers.json';
import enEngine from './en/engine.json';
import enErrors from './en/errors.json';
import enFirings from './en/firings.json';
import enHome from './en/home.json';
import enIntegrations from './en/integrations.json';
import enLists from './en/lists.json';
import enLog from './en/log.json';
import enMail from './en/mail.json';
import enMe from './en/me.json';
import enProactive from './en/proactive.json';
import enProblems from './en/problems.json';
import enResponses from './en/responses.json';
import enRules from './en/rules.json';
import enSchedules from './en/schedules.json';
import enSettings from './en/settings.json';
import enShell from './en/shell.json';
import enTeam from './en/team.json';
import enTickets from './en/tickets.json';
import enTriggers from './en/triggers.json';
import enUi from './en/ui.json';
import enWidget from './en/widget.json';
import enWorkflows from './en/workflows.json';
import enWorkspace from './en/workspace.json';
import frAuth from './fr/auth.json';
import frBots from './fr/bots.json';
import frChannels from './fr/channels.json';
import frConditions from './fr/conditions.json';
import frCustomers from './fr/customers.json';
import frDemo from './fr/demo.json';
import frDevelopers from './fr/developers.json';
import frEngine from './fr/engine.json';
import frErrors from './fr/errors.json';
import frFirings from './fr/firings.json';
import frHome from './fr/home.json';
import frIntegrations from './fr/integrations.json';
import frLists from './fr/lists.json';
import frLog from './fr/log.json';
import frMail from './fr/mail.json';
import frMe from './fr/me.json';
import frProactive from './fr/proactive.json';
import frProblems from './fr/problems.json';
import frResponses from './fr/responses.json';
import frRules from './fr/rules.json';
import frSchedules from './fr/schedules.json';
import frSettings from './fr/settings.json';
import frShell from './fr/shell.json';
import frTeam from './fr/team.json';
import frTickets from './fr/tickets.json';
import frTriggers from './fr/triggers.json';
import frUi from './fr/ui.json';
import frWidget from './fr/widget.json';
import frWorkflows from './fr/workflows.json';
import frWorkspace from './fr/workspace.json';

/** One area per file, so that people working on different screens do not collide. A new area: two files and two lines here. */
const en = {
  auth: enAuth,
  bots: enBots,
  channels: enChannels,
  conditions: enConditions,
  customers: enCustomers,
  demo: enDemo,
  developers: enDevelopers,
  engine: enEngine,
  errors: enErrors,
  firings: enFirings,
  home: enHome,
  lists: enLists,
  integrations: enIntegrations,
  log: enLog,
  mail: enMail,
  proactive: enProactive,
  me: enMe,
  problems: enProblems,
  responses: enResponses,
  rules: enRules,
  schedules: enSchedules,
  settings: enSettings,
  shell: enShell,
  team: enTeam,
  tickets: enTickets,
  triggers: enTriggers,
  ui: enUi,
  widget: enWidget,
  workflows: enWorkflows,
  workspace: enWorkspace,
};

const fr = {
  auth: frAuth,
  bots: frBots,
  channels: frChannels,
  conditions: frConditions,
  customers: frCustomers,
  demo: frDemo,
  developers: frDevelopers,
  engine: frEngine,
  errors: frErrors,
  firings: frFirings,
  home: frHome,
  lists: frLists,
  integrations: frIntegrations,
  log: frLog,
  mail: frMail,
  proactive: frProactive,
  me: frMe,
  problems: frProblems,
  responses: frResponses,
  rules: frRules,
  schedules: frSchedules,
  settings: frSettings,
  shell: frShell,
  team: frTeam,
  tickets: frTickets,
  triggers: frTriggers,
  ui: frUi,
  widget: frWidget,
  workflows: frWorkflows,
  workspace: frWorkspace,
};

export type Messages = typeof en;
export type Area = keyof Messages;

/** The whole catalogue of a language: for the server only (a page's client gets areas through ClientMessages). */
export function messagesFor(locale: Locale): Messages {
  // The catalogue's test holds both languages to the same keys.
  return locale === 'fr' ? (fr as Messages) : en;
}
