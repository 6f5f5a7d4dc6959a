'use client';

import { BetweenMessages } from '@/components/ui/bubble';
import { TriggerIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import type { ThreadLine } from '@/lib/contracts/workspace';
import { useFormats } from '@/lib/i18n/use-formats';
import { useLineWords } from '@/lib/i18n/use-line-words';

/** What happened between messages, in words; caused by a rule, it leads to the rule's run. */
export function SystemLine({ line }: { line: ThreadLine }) {
  const formats = useFormats();
  const words = useLineWords();
  return (
    <BetweenMessages>
      <span className="max-w-[75%] text-center break-words" title={formats.exact(line.at)}>
        <time dateTime={line.at} className="tabular-nums">
          {formats.time(line.at)}
        </time>{' '}
        {words(line)}
        {line.firing ? (
          <Link
            href={`/log/${line.firing.id}`}
            prefetch={false}
            className="ml-1.5 inline-flex items-baseline gap-1 hover:underline"
          >
            <TriggerIcon className="size-3 self-center" aria-hidden="true" />
            {line.firing.rule}
          </Link>
        ) : null}
      </span>
    </BetweenMessages>
  );
}
