'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Problem, problemText } from '@/lib/client/fetcher';
import { useChangeOrganisation } from '@/lib/client/organisation';
import type { Brand } from '@/lib/contracts/brand';

interface BrandDialogProps {
  /** Absent: creates one. */
  brand?: Brand;
  onClose: () => void;
  onDone: (brand: Brand) => void;
}

/** Creates a brand, or renames one and switches it on or off. */
export function BrandDialog({ brand, onClose, onDone }: BrandDialogProps) {
  const t = useTranslations('settings.brands');
  const ui = useTranslations('ui');
  const save = useChangeOrganisation<Brand>('brands');
  const [name, setName] = useState(brand?.name ?? '');
  const [active, setActive] = useState(brand?.active ?? true);
  const problem = save.error instanceof Problem ? save.error : null;
  const nameProblem = problem?.issues.find(({ path }) => path === 'name')?.message;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={brand ? t('editTitle', { name: brand.name }) : t('new')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="brand" busy={save.isPending}>
            {brand ? t('save') : t('create')}
          </Button>
        </>
      }
    >
      <form
        id="brand"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const path = brand ? `/${brand.id}` : '';
          save.mutate({ path, method: brand ? 'PUT' : 'POST', body: { name, active } }, { onSuccess: onDone });
        }}
      >
        {save.error && !nameProblem ? <Notice tone="stop">{problemText(save.error, t('failed'))}</Notice> : null}
        <Field label={t('name')} hint={t('nameHint')} error={nameProblem} required>
          <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Checkbox label={t('active')} hint={t('activeHint')} checked={active} onChange={setActive} />
      </form>
    </Dialog>
  );
}
