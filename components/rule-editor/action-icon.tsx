import { Flag } from 'lucide-react';
import {
  AcceptIcon,
  AiIcon,
  ConditionsIcon,
  EmailIcon,
  LanguageIcon,
  MessageIcon,
  OrderIcon,
  StatusIcon,
  SuspendIcon,
  TagIcon,
  WaitIcon,
} from '@/components/ui/icons';

/** The icon that an action's definition names. */
export function ActionIcon({ name }: { name: string }) {
  const Icon = ICONS[name] ?? ConditionsIcon;
  return <Icon className="size-3.5" aria-hidden="true" />;
}

const ICONS: Readonly<Record<string, typeof MessageIcon>> = {
  'message-square': MessageIcon,
  timer: WaitIcon,
  mail: EmailIcon,
  tag: TagIcon,
  ban: SuspendIcon,
  flag: Flag,
  languages: LanguageIcon,
  sparkles: AiIcon,
  'circle-dot': StatusIcon,
  'user-check': AcceptIcon,
  package: OrderIcon,
};
