'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { downloadJson } from '@/components/ui/download';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, ExportIcon, ImportIcon, OptionsIcon, TriggerIcon } from '@/components/ui/icons';
import { later } from '@/components/ui/later';
import { Menu } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { exportAddress } from '@/lib/client/rule-list';
import { TRIGGERS } from '@/lib/client/triggers';

const RecipesDialog = later(() => import('./recipes-dialog').then((module) => module.RecipesDialog));
const ImportDialog = later(() =>
  import('@/components/rule-editor/import-dialog').then((module) => module.ImportDialog),
);

/** Title with the number of all triggers; what makes new ones at the right. */
export function ListHeader({ total, mayWrite }: { total: number | undefined; mayWrite: boolean }) {
  const t = useTranslations('triggers');
  const format = useFormatter();
  const [open, setOpen] = useState<'recipes' | 'import' | null>(null);
  const close = () => setOpen(null);
  const exporting = {
    id: 'export',
    label: t('export'),
    icon: <ExportIcon />,
    onSelect: () => downloadJson(exportAddress(TRIGGERS), 'triggers'),
  };
  const importing = {
    id: 'import',
    label: t('import'),
    icon: <ImportIcon />,
    onSelect: () => setOpen('import'),
  };
  const recipes = {
    id: 'recipes',
    label: t('recipes'),
    icon: <TriggerIcon />,
    onSelect: () => setOpen('recipes'),
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        note={total === undefined ? null : format.number(total)}
        actions={
          <>
            <Menu
              trigger={<IconButton label={t('moreActions')} icon={<OptionsIcon />} />}
              items={mayWrite ? [recipes, importing, exporting] : [exporting]}
            />
            {mayWrite ? (
              <>
                <Button className="max-[900px]:hidden" onClick={() => setOpen('recipes')}>
                  {t('recipes')}
                </Button>
                <ButtonLink variant="primary" href="/triggers/new" icon={<AddIcon />} shortcut="N" prefetch={false}>
                  {t('new')}
                </ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      {open === 'recipes' ? <RecipesDialog onClose={close} /> : null}
      {open === 'import' ? <ImportDialog family="trigger" list={TRIGGERS} onClose={close} /> : null}
    </>
  );
}
