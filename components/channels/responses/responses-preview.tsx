'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LanguageIcon, PersonIcon } from '@/components/ui/icons';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { SidePanel } from '@/components/ui/side-panel';
import type { Channel } from '@/lib/contracts/channel';
import type { MessagingResponse, ResponseBot } from '@/lib/contracts/responses';
import { textFor } from '@/lib/engine/language';
import { WidgetPreview } from '../widget-preview';
import type { Step } from './response-section';
import type { Kind } from './responses-draft';
import { useLanguageNames } from './use-language-names';

/** What the site has told about its visitor. */
const CUSTOMERS = ['nobody', 'named', 'known'] as const;
type Customer = (typeof CUSTOMERS)[number];
const KNOWN: Record<Customer, readonly string[]> = { nobody: [], named: ['name'], known: ['name', 'email'] };

interface ResponsesPreviewProps {
  channel: Channel;
  brandName: string;
  responses: Record<Kind, MessagingResponse>;
  bot: ResponseBot | undefined;
  kind: Kind;
  /** Whether the outside one can ever hold. */
  hasHours: boolean;
  step: Step;
  language: string;
  languages: readonly string[];
  onKind: (kind: Kind) => void;
  onStep: (step: Step) => void;
  onLanguage: (language: string) => void;
}

/** The widget as a customer would meet it, saved or not: inside and outside hours, step by step, in each language. */
export function ResponsesPreview(props: ResponsesPreviewProps) {
  const { channel, brandName, responses, bot, kind, hasHours, step, language, languages } = props;
  const t = useTranslations('responses.preview');
  const nameOf = useLanguageNames();
  const [customer, setCustomer] = useState<Customer>('nobody');
  const { firstMessage, followUp, details } = responses[kind];
  const asked = details.filter((field) => !KNOWN[customer].includes(field));
  const steps: readonly Step[] = bot ? ['greeting'] : asked.length > 0 ? STEPS : ['greeting', 'follow-up'];
  const shown = steps.includes(step) ? step : step === 'details' ? 'follow-up' : 'greeting';
  const said = ({ text, byLanguage }: ResponseBot['greeting']) => textFor(language, text, byLanguage);
  const { colour = null, logo = null, position = 'right' } = channel.settings;
  return (
    <SidePanel
      title={t('title')}
      remember="responses"
      width={420}
      actions={
        bot ? null : (
          <Segmented
            label={t('hours')}
            value={kind}
            onChange={props.onKind}
            segments={[
              { value: 'during', label: t('inside') },
              { value: 'outside', label: t('outside'), disabledReason: hasHours ? null : t('noHours') },
            ]}
          />
        )
      }
    >
      <div className="flex h-full min-h-150 flex-col gap-3 p-4">
        <div className="grid grid-cols-2 gap-2">
          <Select
            size="sm"
            label={t('customer')}
            value={customer}
            options={CUSTOMERS.map((value) => ({
              value,
              label: t(`customers.${value}`),
              icon: <PersonIcon className="size-3.5" />,
            }))}
            onChange={(next) => setCustomer(CUSTOMERS.find((each) => each === next) ?? 'nobody')}
          />
          <Select
            size="sm"
            label={t('language')}
            value={language}
            options={languages.map((value) => ({
              value,
              label: nameOf(value),
              icon: <LanguageIcon className="size-3.5" />,
            }))}
            onChange={props.onLanguage}
          />
        </div>
        {steps.length > 1 ? (
          <Segmented
            label={t('step')}
            value={shown}
            onChange={props.onStep}
            className="flex! w-full! *:flex-1"
            segments={steps.map((value) => ({ value, label: t(`steps.${value}`) }))}
          />
        ) : null}
        <WidgetPreview
          title={t('frame')}
          className="min-h-0 flex-1 overflow-hidden rounded-xl"
          show={{
            language,
            view: shown,
            sample: t(language.startsWith('fr') ? 'sampleFrench' : 'sample'),
            followUp: said(followUp),
            quickReplies: bot?.choices.map((choice, index) => ({ id: String(index), label: said(choice) })),
            config: {
              channel: { key: channel.key, name: brandName, colour, logo, position, language },
              language,
              response: {
                mode: bot ? 'bot' : 'default',
                inHours: kind === 'during',
                firstMessage: said(bot ? bot.greeting : firstMessage),
                details: asked,
                bot: bot ? { name: bot.name, avatar: bot.avatar } : null,
              },
            },
          }}
        />
        <p className="text-xs text-ink-3">{t(bot ? 'botHint' : 'hint')}</p>
      </div>
    </SidePanel>
  );
}

const STEPS = ['greeting', 'details', 'follow-up'] as const;
