'use client';

import { useTranslations } from 'next-intl';
import type { ChannelResponses } from '@/lib/contracts/responses';
import type { Schedule } from '@/lib/contracts/schedule';
import type { ResponsesDraft } from './responses-draft';
import { useLanguageNames } from './use-language-names';

/** The whole tab in words, line by line: for comparing two versions. */
export function useResponseLines(schedules: readonly Schedule[], { bots }: ChannelResponses) {
  const t = useTranslations('responses');
  const stale = useTranslations('channels.stale');
  const languageName = useLanguageNames();
  return (draft: ResponsesDraft): string => {
    const line = (label: string, text: string) => stale('line', { label, text });
    const nameOf = (named: readonly { key: string; name: string }[], key: string) =>
      named.find((each) => each.key === key)?.name ?? key;
    return [
      line(t('hours.title'), draft.schedule === null ? t('hours.none') : nameOf(schedules, draft.schedule)),
      ...(['during', 'outside'] as const).flatMap((kind) => {
        const { firstMessage, details, followUp } = draft[kind];
        const texts = (
          [
            ['firstMessage', firstMessage],
            ['followUp', followUp],
          ] as const
        ).flatMap(([field, given]) => [
          line(t(field), given.text),
          ...Object.entries(given.byLanguage ?? {}).map(([tag, text]) =>
            line(t('inLanguage', { field: t(field), language: languageName(tag) }), text),
          ),
        ]);
        const asked = details.map((field) => t(`detail.${field}`)).join(', ') || t('nothingAsked');
        return [t(`section.${kind}`), ...texts, line(t('details'), asked)];
      }),
      line(t('bot.title'), draft.bot === null ? t('bot.off') : nameOf(bots, draft.bot)),
    ].join('\n');
  };
}
