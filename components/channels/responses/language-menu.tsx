'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { AddIcon, DeleteIcon, LanguageIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { OFFERED, useLanguageNames } from './use-language-names';

interface LanguageMenuProps {
  /** Of the plain texts. */
  base: string;
  variants: readonly string[];
  /** Null: the plain texts. */
  chosen: string | null;
  mayWrite: boolean;
  onChoose: (variant: string | null) => void;
  onAdd: (variant: string) => void;
  onRemove: (variant: string) => void;
}

/** In which language the texts are written at the moment, and which there are. */
export function LanguageMenu({ base, variants, chosen, mayWrite, onChoose, onAdd, onRemove }: LanguageMenuProps) {
  const t = useTranslations('responses.languages');
  const nameOf = useLanguageNames();
  const [adding, setAdding] = useState(false);
  const others = variants.length;
  const languages = [
    {
      id: 'base',
      label: t('base', { language: nameOf(base) }),
      checked: chosen === null,
      onSelect: () => onChoose(null),
    },
    ...variants.map((tag) => ({
      id: tag,
      label: nameOf(tag),
      checked: chosen === tag,
      onSelect: () => onChoose(tag),
    })),
  ];
  const acts = [
    { id: 'add', label: t('add'), icon: <AddIcon />, onSelect: () => setAdding(true) },
    ...(chosen === null
      ? []
      : [
          {
            id: 'remove',
            label: t('remove', { language: nameOf(chosen) }),
            icon: <DeleteIcon />,
            danger: true,
            onSelect: () => onRemove(chosen),
          },
        ]),
  ];
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button variant="quiet" size="sm" icon={<LanguageIcon className="size-3.5" />}>
            {t('texts', { language: nameOf(chosen ?? base), others })}
          </Button>
        }
        sections={[
          { id: 'languages', label: t('title'), items: languages },
          ...(mayWrite ? [{ id: 'acts', items: acts }] : []),
        ]}
      />
      {adding ? (
        <AddLanguage
          taken={[base, ...variants]}
          onClose={() => setAdding(false)}
          onAdd={(tag) => {
            setAdding(false);
            onAdd(tag);
          }}
        />
      ) : null}
    </>
  );
}

interface AddLanguageProps {
  taken: readonly string[];
  onClose: () => void;
  onAdd: (tag: string) => void;
}

function AddLanguage({ taken, onClose, onAdd }: AddLanguageProps) {
  const t = useTranslations('responses.languages');
  const ui = useTranslations('ui');
  const nameOf = useLanguageNames();
  const [tag, setTag] = useState<string | null>(null);
  const options = OFFERED.filter((each) => !taken.includes(each))
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('addTitle')}
      description={t('addText')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            variant="primary"
            disabledReason={tag === null ? t('chooseFirst') : null}
            onClick={() => tag !== null && onAdd(tag)}
          >
            {t('addVerb')}
          </Button>
        </>
      }
    >
      <Field label={t('language')}>
        <Combobox value={tag} options={options} placeholder={t('choose')} onChange={setTag} />
      </Field>
    </Dialog>
  );
}
