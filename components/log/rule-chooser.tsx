'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { FamilyIcon } from '@/components/ui/family-icon';

export interface RuleChooserProps {
  eventId: string;
  rules: readonly { id: string; name: string; family: string }[];
  chosen?: string;
  fired: boolean;
}

/** "Why did … not fire on this event?" */
export function RuleChooser({ eventId, rules, chosen, fired }: RuleChooserProps) {
  const t = useTranslations('log.why');
  const router = useRouter();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">{t('ask')}</span>
      <Combobox
        auto
        className="max-w-90 min-w-50"
        label={t('choose')}
        placeholder={t('choose')}
        value={chosen}
        options={rules.map(({ id, name, family }) => ({
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
