import clsx from 'clsx';
import { SystemIcon } from './icons';
import { Presence, type PresenceState } from './presence';

export interface AvatarProps {
  /** Whose initials. */
  name: string;
  /** Chooses one of five tints; the name when absent. */
  id?: string;
  /** `automation` is what a rule sends (ink), `system` the machine itself. */
  kind?: 'person' | 'automation' | 'system';
  /** 24, 32 or 44 px. */
  size?: 'sm' | 'md' | 'lg';
  presence?: PresenceState;
  className?: string;
}

/** Decoration beside a name: hidden from assistive technology, presence excepted. */
export function Avatar({ name, id = name, kind = 'person', size = 'sm', presence, className }: AvatarProps) {
  return (
    <span
      className={clsx(
        'relative inline-grid shrink-0 place-items-center rounded-full font-semibold tracking-[.01em] select-none',
        { sm: 'size-6 text-[10px]/none', md: 'size-8 text-xs/none', lg: 'size-11 text-[15px]/none' }[size],
        kind === 'person' && TINTS[tintOf(id)],
        kind === 'automation' && 'bg-solid text-on-solid',
        kind === 'system' && 'bg-surface-3 text-ink-2',
        className,
      )}
    >
      <span aria-hidden="true">{kind === 'system' ? <SystemIcon className="size-3.5" /> : initialsOf(name)}</span>
      {presence ? <Presence state={presence} /> : null}
    </span>
  );
}

/** First letters of the first and the last word; "?" for a nameless visitor. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return (
    letters
      .map((word) => (word ? [...word][0] : ''))
      .join('')
      .toLocaleUpperCase() || '?'
  );
}

function tintOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return sum % TINTS.length;
}

const TINTS = [
  'bg-person-1 text-person-1-ink',
  'bg-person-2 text-person-2-ink',
  'bg-person-3 text-person-3-ink',
  'bg-person-4 text-person-4-ink',
  'bg-person-5 text-person-5-ink',
];
