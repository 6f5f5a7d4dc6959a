'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { downloadJson } from '@/components/ui/download';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, ExportIcon, ImportIcon, OptionsIcon, TemplateIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { exportAddress } from '@/lib/client/rule-list';
import { WORKFLOWS } from '@/lib/client/workflows';

interface ListHeaderProps {
  total: number | undefined;
  mayWrite: boolean;
  onTemplates: () => void;
  onImport: () => void;
}

/** Title with the number of all workflows; what makes new ones at the right. */
export function ListHeader({ total, mayWrite, onTemplates, onImport }: ListHeaderProps) {
  const t = useTranslations('workflows');
  const format = useFormatter();
  const exports = {
    id: 'export',
    label: t('export'),
    icon: <ExportIcon />,
    onSelect: () => downloadJson(exportAddress(WORKFLOWS), 'workflows'),
  };
  const templates = { id: 'templates', label: t('templates'), icon: <TemplateIcon />, onSelect: onTemplates };
  const imports = { id: 'import', label: t('import'), icon: <ImportIcon />, onSelect: onImport };
  return (
    <PageHeader
      title={t('title')}
      note={total === undefined ? null : format.number(total)}
      actions={
        <>
          <Menu
            trigger={<IconButton label={t('moreActions')} icon={<OptionsIcon />} />}
            items={mayWrite ? [templates, imports, exports] : [exports]}
          />
          {mayWrite ? (
            <>
              <Button variant="quiet" icon={<TemplateIcon />} className="max-[900px]:hidden" onClick={onTemplates}>
                {t('templates')}
              </Button>
              <ButtonLink variant="primary" href="/workflows/new" icon={<AddIcon />} shortcut="N" prefetch={false}>
                {t('new')}
              </ButtonLink>
            </>
          ) : null}
        </>
      }
    />
  );
}
