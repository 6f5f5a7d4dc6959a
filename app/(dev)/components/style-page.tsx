import { ButtonLink } from '@/components/ui/button-link';
import { AddIcon, ImportIcon } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { ButtonSamples } from './button-samples';
import { FieldSamples } from './field-samples';
import { LayerSamples } from './layer-samples';
import { ListSample } from './list-sample';
import { MarkSamples } from './mark-samples';

export function StylePage() {
  return (
    <>
      <PageHeader
        title="Components and their states"
        note="24"
        actions={
          <>
            <ButtonLink href="/components" variant="quiet" icon={<ImportIcon />} className="max-phone:hidden">
              Import
            </ButtonLink>
            <ButtonLink href="/components" variant="primary" icon={<AddIcon />} shortcut="N">
              New trigger
            </ButtonLink>
          </>
        }
      />
      <ListSample />
      <div className="grid grid-cols-3 items-start gap-3 p-5 max-rail:grid-cols-2 max-phone:grid-cols-1 max-phone:p-4">
        <ButtonSamples />
        <FieldSamples />
        <LayerSamples />
        <MarkSamples />
      </div>
    </>
  );
}
