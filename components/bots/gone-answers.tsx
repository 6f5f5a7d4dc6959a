'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Bot } from '@/lib/contracts/bot';
import { useBotEditor } from './editor-context';

interface GoneAnswersProps {
  uses: Bot['uses'];
  /** As stored: they know the titles of those that were just removed. */
  stored: Bot['answers'];
}

/** Says which proactive messages run an answer that is not there any more. */
export function GoneAnswers({ uses, stored }: GoneAnswersProps) {
  const t = useTranslations('bots.answers');
  const { answers } = useBotEditor();
  const gone = uses.filter(({ answer }) => answer !== undefined && answers.every(({ key }) => key !== answer));
  return gone.map(({ id, name, answer = '' }) => (
    <Notice key={id} tone="wait">
      {t.rich('gone', {
        message: name,
        title: stored.find(({ key }) => key === answer)?.title ?? answer,
        link: (words) => (
          <Link href={`/proactive/${id}`} prefetch={false} className="font-medium underline underline-offset-2">
            {words}
          </Link>
        ),
      })}
    </Notice>
  ));
}

/** Names of the proactive messages that run each answer, by its key. */
export function runBy(uses: Bot['uses']): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const { answer, name } of uses) if (answer !== undefined) names[answer] = [...(names[answer] ?? []), name];
  return names;
}
