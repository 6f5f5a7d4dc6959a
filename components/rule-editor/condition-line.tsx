'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { ChevronRightIcon } from '@/components/ui/icons';
import { Sheet } from '@/components/ui/sheet';
import { Verdict } from '@/components/ui/verdict';
import { conditionInWords } from '@/lib/engine/words';
import { ConditionControls } from './condition-controls';
import type { ConditionRowProps } from './condition-row';
import { errorAt, useRuleEditor } from './editor-context';
import { FieldHint } from './field-hint';
import { HoursUntil } from './hours-until';
import { useWordsOptions } from './rule-words';

/** A condition on a phone: its words, its verdict and what is wrong; a touch opens the sheet that edits it. */
export function ConditionLine({ draft, path, number, removable }: ConditionRowProps) {
  const t = useTranslations('rules');
  const { dispatch, verdicts, errors, references } = useRuleEditor();
  const [open, setOpen] = useState(draft.fresh ?? false);
  const options = useWordsOptions(references);
  const { condition } = draft;
  const blank = condition.field === '';
  const words = useMemo(() => (blank ? [] : conditionInWords(condition, options)), [blank, condition, options]);
  const seen = blank ? undefined : verdicts[path];
  const below = errorAt(errors, path);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className="flex min-h-11 w-full items-center gap-2 rounded-sm text-left leading-[18px]"
        onClick={() => setOpen(true)}
      >
        <span className="min-w-0 flex-1 break-words">
          {blank ? <span className="text-ink-3">{t('editor.chooseField')}</span> : null}
          {words.map(({ text, strong }, index) =>
            strong ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sentence has no other identity than its order
              <b key={index} className="font-medium">
                {text}
              </b>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <span key={index} className="text-ink-2">
                {text}
              </span>
            ),
          )}
        </span>
        {seen ? <Verdict state={seen.verdict} /> : null}
        <ChevronRightIcon className="text-ink-3" />
      </button>
      {below && !errors[path] ? <FieldError>{blank ? t('editor.fieldMissing') : below}</FieldError> : null}
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t('editor.condition', { number })}
        footer={
          <>
            {removable ? (
              <Button
                className="mr-auto text-stop-ink!"
                onClick={() => {
                  setOpen(false);
                  dispatch({ kind: 'remove_item', key: draft.key });
                }}
              >
                {t('editor.removeThis')}
              </Button>
            ) : null}
            <Button variant="primary" onClick={() => setOpen(false)}>
              {t('editor.done')}
            </Button>
          </>
        }
      >
        <div className="grid gap-3 p-4">
          <ConditionControls draft={draft} path={path} />
          <FieldHint field={condition.field} />
          {seen ? (
            <p className="flex flex-wrap items-center gap-2">
              <Verdict state={seen.verdict} />
              {seen.hours ? <HoursUntil {...seen.hours} /> : null}
            </p>
          ) : null}
        </div>
      </Sheet>
    </>
  );
}
