'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, OptionsIcon } from '@/components/ui/icons';
import { later } from '@/components/ui/later';
import { Menu } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { TRIGGERS } from '@/lib/client/triggers';
import type { HeaderDialog } from './header-menu';

const loadMenu = () => import('./header-menu');
const HeaderMenu = later(() => loadMenu().then((module) => module.HeaderMenu));

const RecipesDialog = later(() => import('./recipes-dialog').then((module) => module.RecipesDialog));
const ImportDialog = later(() =>
  import('@/components/rule-editor/import-dialog').then((module) => module.ImportDialog),
);

/** Title with the number of all triggers; what makes new ones at the right. */
export function ListHeader({ total, mayWrite }: { total: number | undefined; mayWrite: boolean }) {
  const t = useTranslations('triggers');
  const format = useFormatter();
  const [open, setOpen] = useState<HeaderDialog | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        title={t('title')}
        note={total === undefined ? null : format.number(total)}
        actions={
          <>
            <Menu
              trigger={<IconButton label={t('moreActions')} icon={<OptionsIcon />} />}
              load={loadMenu}
              layer={(menu) => <HeaderMenu {...menu} mayWrite={mayWrite} onOpen={setOpen} />}
            />
            {mayWrite ? (
              <>
                <Button className="max-[900px]:hidden" onClick={() => setOpen('recipes')}>
                  {t('recipes')}
                </Button>
                <ButtonLink variant="primary" href="/triggers/new" icon={<AddIcon />} shortcut="N" prefetch={false}>
                  <span className="max-phone:sr-only">{t('new')}</span>
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
