'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { DeleteIcon, DeveloperViewIcon, EditIcon, GroupIcon, OptionsIcon } from '@/components/ui/icons';
import { RadioGroup } from '@/components/ui/radio-group';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';
import { Tabs } from '@/components/ui/tabs';

const VARIANTS = ['primary', 'default', 'quiet', 'danger'] as const;

export function ButtonSamples() {
  const [on, setOn] = useState(true);
  const [view, setView] = useState<'visual' | 'developer'>('visual');
  const [radio, setRadio] = useState<'once' | 'always'>('once');
  return (
    <>
      <Card title="Button">
        {VARIANTS.map((variant) => (
          <div key={variant} className="mb-2 flex flex-wrap items-center gap-2">
            <Button variant={variant}>Save</Button>
            <Button variant={variant} size="sm" shortcut="S">
              Save
            </Button>
            <Button variant={variant} size="xs">
              Save
            </Button>
            <Button variant={variant} disabledReason="Nothing has changed.">
              Save
            </Button>
            <Button variant={variant} busy>
              Save
            </Button>
          </div>
        ))}
        <div className="flex items-center gap-1">
          <IconButton label="Edit" icon={<EditIcon />} shortcut="E" />
          <IconButton label="Options" icon={<OptionsIcon />} size="sm" />
          <IconButton label="Delete" icon={<DeleteIcon />} variant="default" disabledReason="It is in use." />
          <CopyButton text="9F3K-20" label="Copy firing id" />
        </div>
      </Card>
      <Card title="Choice controls">
        <div className="grid gap-3">
          <div className="flex flex-wrap gap-4">
            <Switch checked={on} onChange={setOn} label="Active" />
            <Switch checked={!on} onChange={() => setOn(!on)} label="Inverse" />
            <Switch checked onChange={() => {}} label="Locked" disabledReason="A bot answers on this channel." />
          </div>
          <Checkbox
            checked={on}
            onChange={setOn}
            label="Stay signed in"
            hint="If unticked, you are signed out when the browser closes."
          />
          <Checkbox checked="indeterminate" onChange={() => {}} label="Some" />
          <RadioGroup
            legend="How often"
            value={radio}
            onChange={setRadio}
            options={[
              { value: 'once', label: 'Once per customer', hint: 'Ever, on any device.' },
              { value: 'always', label: 'Every time conditions are met' },
            ]}
          />
          <Segmented
            label="View"
            size="lg"
            value={view}
            onChange={setView}
            segments={[
              { value: 'visual', label: 'Visual', icon: <GroupIcon className="size-3.5" /> },
              { value: 'developer', label: 'Developer', icon: <DeveloperViewIcon className="size-3.5" /> },
            ]}
          />
          <Tabs
            label="Parts"
            tabs={[
              { value: 'rule', label: 'Rule', panel: <p className="pt-2">The rule.</p> },
              { value: 'firings', label: 'Firings', count: 268, panel: <p className="pt-2">Its firings.</p> },
              { value: 'versions', label: 'Versions', count: 7, panel: <p className="pt-2">Its versions.</p> },
            ]}
          />
        </div>
      </Card>
    </>
  );
}
