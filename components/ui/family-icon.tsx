import { type IconType, ProactiveIcon, TriggerIcon, WorkflowIcon } from './icons';

const ICONS: Readonly<Record<string, IconType>> = {
  trigger: TriggerIcon,
  proactive: ProactiveIcon,
  workflow: WorkflowIcon,
};

/** The icon of a family of rules; with a label where it stands for the word. */
export function FamilyIcon({ family, label, className }: { family: string; label?: string; className?: string }) {
  const Icon = ICONS[family] ?? TriggerIcon;
  return <Icon className={className} {...(label ? { 'aria-label': label } : { 'aria-hidden': true })} />;
}
