'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ColourDot } from '@/components/ui/colour-dot';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { RadioGroup } from '@/components/ui/radio-group';
import { Problem, problemText } from '@/lib/client/fetcher';
import { useChangeOrganisation } from '@/lib/client/organisation';
import { type Status, statusColours } from '@/lib/contracts/status';

export interface StatusDialogProps {
  /** Absent: creates one. */
  status?: Status;
  onClose: () => void;
  onDone: (status: Status) => void;
}

const CLASSES = ['open', 'closed'] as const;
const FLAGS = ['requiresResponse', 'visibleInInbox', 'openOnNewMessage'] as const;
const NEW = { requiresResponse: false, visibleInInbox: true, openOnNewMessage: true };

/** Creates a status, or changes one; what the system made keeps its class. */
export function StatusDialog({ status, onClose, onDone }: StatusDialogProps) {
  const t = useTranslations('settings.statuses');
  const ui = useTranslations('ui');
  const save = useChangeOrganisation<Status>('statuses');
  const [name, setName] = useState(status?.name ?? '');
  const [colour, setColour] = useState(status?.colour ?? 'grey');
  const [ofClass, setClass] = useState<Status['class']>(status?.class ?? 'open');
  const [flags, setFlags] = useState(status ?? NEW);
  const problem = save.error instanceof Problem ? save.error : null;
  const nameProblem = problem?.issues.find(({ path }) => path === 'name')?.message;
  const { requiresResponse, visibleInInbox, openOnNewMessage } = flags;
  const body = {
    ...{ name, colour, requiresResponse, visibleInInbox, openOnNewMessage },
    ...(!status?.system && { class: ofClass }),
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={status ? t('editTitle', { name: status.name }) : t('new')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="status" busy={save.isPending}>
            {status ? t('save') : t('create')}
          </Button>
        </>
      }
    >
      <form
        id="status"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const path = status ? `/${status.id}` : '';
          save.mutate({ path, method: status ? 'PUT' : 'POST', body }, { onSuccess: onDone });
        }}
      >
        {save.error && !nameProblem ? <Notice tone="stop">{problemText(save.error, t('failed'))}</Notice> : null}
        <Field label={t('name')} error={nameProblem} required>
          <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <ColourChoice value={colour} hollow={ofClass === 'closed'} onChange={setColour} />
        {status?.system ? (
          <p className="text-ink-2">{t('systemClass', { class: t(`class.${status.class}`) })}</p>
        ) : (
          <RadioGroup
            legend={t('class.label')}
            value={ofClass}
            onChange={setClass}
            options={CLASSES.map((value) => ({ value, label: t(`class.${value}`), hint: t(`class.${value}Hint`) }))}
          />
        )}
        <div className="grid gap-3">
          {FLAGS.map((flag) => (
            <Checkbox
              key={flag}
              label={t(`flag.${flag}`)}
              hint={t(`flag.${flag}Hint`)}
              checked={flags[flag]}
              onChange={(checked) => setFlags({ ...flags, [flag]: checked })}
            />
          ))}
        </div>
      </form>
    </Dialog>
  );
}

/** Native radios in a row: arrows choose; the name of the colour is read out and shown. */
function ColourChoice({
  value,
  hollow,
  onChange,
}: {
  value: string;
  hollow: boolean;
  onChange: (colour: string) => void;
}) {
  const t = useTranslations('settings.statuses');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-medium text-ink-2">{t('colour')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {statusColours.map((each) => (
          <label
            key={each}
            className="inline-flex h-8 items-center rounded-sm border border-line-2 px-2.5 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:shadow-focus max-phone:h-11"
          >
            <input
              type="radio"
              name="colour"
              value={each}
              checked={each === value}
              onChange={() => onChange(each)}
              className="sr-only"
            />
            <ColourDot colour={each} hollow={hollow}>
              {t(`colours.${each}`)}
            </ColourDot>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
