'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFoundRules } from '@/components/shell/use-found-rules';
import { Combobox } from '@/components/ui/combobox';
import { FamilyIcon } from '@/components/ui/family-icon';
import { scoreByWords } from '@/components/ui/option-list';

type Rule = { readonly id: string; readonly name: string; readonly family: string };

export interface RuleChooserProps {
  eventId: string;
  /** The first ones that run on such events; the others are found by their names. */
  rules: readonly Rule[];
  chosen?: Rule;
  fired: boolean;
}

/** "Why did … not fire on this event?" */
export function RuleChooser({ eventId, rules, chosen, fired }: RuleChooserProps) {
  const t = useTranslations('log.why');
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const matches = ({ id, name }: Rule) => typed === '' || scoreByWords(id, typed, [name]) > 0;
  const { rules: answer, settled } = useFoundRules(typed);
  // Until the server has answered, what it found before counts only where it fits still.
  const found = answer.filter((rule) => rule.family !== 'proactive' && (settled || matches(rule)));
  const near = rules.filter(matches);
  const offered = [...near, ...found.filter(({ id }) => !near.some((each) => each.id === id))];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">{t('ask')}</span>
      <Combobox
        auto
        className="max-w-90 min-w-50"
        label={t('choose')}
        placeholder={t('choose')}
        value={chosen?.id}
        display={chosen?.name}
        onSearch={setTyped}
        options={offered.map(({ id, name, family }) => ({
          value: id,
          label: name,
          icon: <FamilyIcon family={family} className="text-ink-3" />,
        }))}
        onChange={(id) => router.replace(`/log/events/${eventId}?rule=${id}`, { scroll: false })}
      />
      {fired ? null : <span className="text-ink-2">{t('notFire')}</span>}
    </div>
  );
}
