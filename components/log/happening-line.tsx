'use client';

import { useTranslations } from 'next-intl';
import { BetweenMessages } from '@/components/ui/bubble';
import { Link } from '@/components/ui/link';
import type { ThreadLine } from '@/lib/contracts/workspace';
import { useFormats } from '@/lib/i18n/use-formats';
import { useLineWords } from '@/lib/i18n/use-line-words';

/** Something that happened between messages; a link where it leads somewhere. */
export interface Happening {
  id: string;
  type: string;
  at: string;
  href: string;
  /** What it changed; empty where it changed nothing that is told. */
  lines: readonly Pick<ThreadLine, 'change' | 'actor'>[];
}

export function HappeningLine({ href, words }: { href: string; words: string }) {
  return (
    <BetweenMessages>
      <Link href={href} prefetch={false} className="max-w-[75%] text-center break-words hover:underline">
        {words}
      </Link>
    </BetweenMessages>
  );
}

/** What it changed, else what kind of event it was, with the time; null for kinds that readers are not told of. */
export function useHappeningWords(): (happening: Happening) => string | null {
  const t = useTranslations('log.between');
  const formats = useFormats();
  const words = useLineWords();
  return ({ type, at, lines }) => {
    const time = formats.time(at);
    // Who entered the queue has asked for an agent.
    const told = lines.filter(({ change }, index) => !(change.type === 'requested' && index < lines.length - 1));
    if (told.length > 0) return `${time} ${told.map(words).join(' · ')}`;
    return t.has(type as 'ticket_created') ? t(type as 'ticket_created', { time }) : null;
  };
}
