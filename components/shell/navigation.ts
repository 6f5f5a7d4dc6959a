import {
  BotIcon,
  CannedReplyIcon,
  CustomersIcon,
  DevelopersIcon,
  HomeIcon,
  type IconType,
  LogIcon,
  MessageIcon,
  ProactiveIcon,
  ScheduleIcon,
  SettingsIcon,
  TeamIcon,
  TicketIcon,
  TriggerIcon,
  WorkflowIcon,
  WorkspaceIcon,
} from '@/components/ui/icons';
import type { ShellData } from './shell-props';
import type { NavEntry } from './use-nav-entry';

export type PageId =
  | 'home'
  | 'workspace'
  | 'tickets'
  | 'triggers'
  | 'proactive'
  | 'workflows'
  | 'bots'
  | 'log'
  | 'messaging'
  | 'schedules'
  | 'customers'
  | 'team'
  | 'settings'
  | 'developers';

export interface NavigationPage {
  /** Its label is `shell.pages.<id>`. */
  id: PageId;
  href: string;
  icon: IconType;
  group: 'top' | 'automation' | 'channels' | 'organisation';
  /** Only built pages are listed: set it with the commit that adds the page. */
  built: boolean;
  /** Whose number stands beside it. */
  count?: 'waiting' | 'failed';
  /** One of the four of a phone's bar. */
  phone?: boolean;
  /** Other names that ⌘K finds it by: other products', and synonyms, in both languages. */
  alsoKnownAs: readonly string[];
}

/** The sidebar, the phone's bar and ⌘K read this table; order is the sidebar's. */
export const NAVIGATION: readonly NavigationPage[] = [
  {
    id: 'home',
    href: '/',
    icon: HomeIcon,
    group: 'top',
    built: true,
    phone: true,
    alsoKnownAs: ['Admin Center', 'dashboard', 'tableau de bord'],
  },
  {
    id: 'workspace',
    href: '/workspace',
    icon: WorkspaceIcon,
    group: 'top',
    built: true,
    phone: true,
    count: 'waiting',
    alsoKnownAs: ['inbox', 'queue', 'conversations', 'boîte de réception', 'file d’attente'],
  },
  {
    id: 'tickets',
    href: '/tickets',
    icon: TicketIcon,
    group: 'top',
    built: true,
    alsoKnownAs: ['requests', 'cases', 'demandes'],
  },
  {
    id: 'triggers',
    href: '/triggers',
    icon: TriggerIcon,
    group: 'automation',
    built: true,
    phone: true,
    alsoKnownAs: [
      'Objects and rules > Business rules',
      'messaging triggers',
      'chat triggers',
      'Objets et règles > Règles de gestion',
    ],
  },
  {
    id: 'proactive',
    href: '/proactive',
    icon: ProactiveIcon,
    group: 'automation',
    built: true,
    alsoKnownAs: ['campaigns', 'Channels > Messaging and social', 'campagnes'],
  },
  {
    id: 'workflows',
    href: '/workflows',
    icon: WorkflowIcon,
    group: 'automation',
    built: true,
    alsoKnownAs: ['automations', 'rules', 'automatisations', 'règles'],
  },
  {
    id: 'bots',
    href: '/bots',
    icon: BotIcon,
    group: 'automation',
    built: true,
    alsoKnownAs: ['AI agents and automation', 'AI agents', 'agents IA'],
  },
  {
    id: 'log',
    href: '/log',
    icon: LogIcon,
    group: 'automation',
    built: true,
    phone: true,
    count: 'failed',
    alsoKnownAs: ['firings', 'history', 'why did a rule not fire', 'exécutions', 'journal des exécutions'],
  },
  {
    id: 'messaging',
    href: '/channels',
    icon: MessageIcon,
    group: 'channels',
    built: true,
    alsoKnownAs: ['Channels > Messaging and social', 'Edit Web Widget', 'responses', 'widget', 'réponses', 'canaux'],
  },
  {
    id: 'schedules',
    href: '/schedules',
    icon: ScheduleIcon,
    group: 'channels',
    built: true,
    alsoKnownAs: ['business hours', 'opening hours', 'holidays', 'horaires d’ouverture', 'jours fériés'],
  },
  {
    id: 'customers',
    href: '/people',
    icon: CustomersIcon,
    group: 'organisation',
    built: true,
    alsoKnownAs: ['People', 'end users', 'suspended users', 'utilisateurs suspendus'],
  },
  {
    id: 'team',
    href: '/team',
    icon: TeamIcon,
    group: 'organisation',
    built: true,
    alsoKnownAs: ['People > Team', 'agents', 'groups', 'groupes'],
  },
  {
    id: 'settings',
    href: '/settings',
    icon: SettingsIcon,
    group: 'organisation',
    built: true,
    alsoKnownAs: [
      'account',
      'brands',
      'statuses',
      'inboxes',
      'connections',
      'integrations',
      'intégrations',
      'change history',
      'audit log',
      'compte',
      'marques',
      'statuts',
      'historique des modifications',
    ],
  },
  {
    id: 'developers',
    href: '/developers',
    icon: DevelopersIcon,
    group: 'organisation',
    built: true,
    alsoKnownAs: ['API', 'Apps and integrations', 'webhooks', 'tokens', 'jetons'],
  },
];

export interface PaletteAction {
  /** Its label is `shell.palette.<id>`. */
  id: 'newTrigger' | 'newProactive' | 'newWorkflow' | 'newSchedule' | 'cannedReplies';
  href: string;
  icon: IconType;
  /** Offered when this page is built. */
  page: PageId;
}

export const PALETTE_ACTIONS: readonly PaletteAction[] = [
  { id: 'newTrigger', href: '/triggers/new', icon: TriggerIcon, page: 'triggers' },
  { id: 'newProactive', href: '/proactive?new', icon: ProactiveIcon, page: 'proactive' },
  { id: 'newWorkflow', href: '/workflows/new', icon: WorkflowIcon, page: 'workflows' },
  { id: 'cannedReplies', href: '/workspace/replies', icon: CannedReplyIcon, page: 'workspace' },
  { id: 'newSchedule', href: '/schedules/new', icon: ScheduleIcon, page: 'schedules' },
];

/** Lists that ⌘K hands what was typed to; their labels are `shell.palette.searched.<id>`. */
export const SEARCHED_LISTS = [
  { id: 'customers', href: '/people', icon: CustomersIcon },
  { id: 'conversations', href: '/conversations', icon: MessageIcon },
  { id: 'tickets', href: '/tickets', icon: TicketIcon },
] as const;

export const BUILT_PAGES = NAVIGATION.filter((page) => page.built);

/** A page's number as the server knows it; the browser then hears of changes. */
export function countOf({ count }: NavigationPage, counts: ShellData['counts']): NavEntry['count'] {
  return count && { kind: count, initial: counts[count] };
}
