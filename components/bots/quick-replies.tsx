'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { FieldError } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, CloseIcon } from '@/components/ui/icons';
import { BOT_LIMITS, type BotStep, type QuickReply } from '@/lib/engine/bots/bot';
import { useBotEditor } from './editor-context';
import { VariantField } from './variant-field';

interface QuickRepliesProps {
  step: Extract<BotStep, { step: 'quick_replies' }>;
  path: string;
  onChange: (replies: readonly QuickReply[]) => void;
}

/** Up to ten choices, each leading to an answer. */
export function QuickReplies({ step, path, onChange }: QuickRepliesProps) {
  const t = useTranslations('bots.steps');
  const { mayWrite, errors, answers } = useBotEditor();
  const { replies } = step;
  const set = (index: number, patch: Partial<QuickReply>) =>
    onChange(replies.map((reply, at) => (at === index ? { ...reply, ...patch } : reply)));
  const full = replies.length >= BOT_LIMITS.quickReplies;
  const add = () => {
    const next = answers.find(({ key }) => !replies.some(({ answer }) => answer === key)) ?? answers[0];
    if (next) onChange([...replies, { label: next.title, answer: next.key }]);
  };
  return (
    <div className="grid gap-1.5">
      {replies.map((reply, index) => {
        const at = `${path}.replies[${index}]`;
        const problem = errors[`${at}.label`] ?? errors[`${at}.answer`];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: labels and answers may be alike; the list only grows and shrinks
          <div key={index}>
            <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-1.5">
              <VariantField
                label={t('replyLabel', { number: index + 1 })}
                hideLabel
                short
                value={{ text: reply.label, byLanguage: reply.byLanguage }}
                path={at}
                maxLength={BOT_LIMITS.labelLength}
                onChange={({ text, byLanguage }) => set(index, { label: text, byLanguage })}
              />
              <Combobox
                label={t('replyAnswer', { number: index + 1 })}
                value={reply.answer}
                disabledReason={mayWrite ? null : t('readOnly')}
                options={answers.map(({ key, title }) => ({ value: key, label: title || t('untitled') }))}
                onChange={(answer) => set(index, { answer })}
              />
              {mayWrite ? (
                <IconButton
                  label={t('removeReply', { number: index + 1 })}
                  icon={<CloseIcon />}
                  onClick={() => onChange(replies.filter((_, place) => place !== index))}
                />
              ) : null}
            </div>
            {problem ? <FieldError>{problem}</FieldError> : null}
          </div>
        );
      })}
      {errors[`${path}.replies`] ? <FieldError>{errors[`${path}.replies`]}</FieldError> : null}
      {mayWrite ? (
        <div>
          <Button
            variant="quiet"
            size="sm"
            icon={<AddIcon />}
            disabledReason={full ? t('repliesFull', { maximum: BOT_LIMITS.quickReplies }) : null}
            onClick={add}
          >
            {t('addReply')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
