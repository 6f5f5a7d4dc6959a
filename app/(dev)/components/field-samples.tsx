'use client';

import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MultiSelect } from '@/components/ui/multi-select';
import { Select } from '@/components/ui/select';
import { TagInput } from '@/components/ui/tag-input';
import { Textarea } from '@/components/ui/textarea';

const FIELDS: ComboOption[] = [
  { value: 'queue_size', label: 'Queue size', group: 'Customer queue' },
  {
    value: 'group_queue_size',
    label: 'Group’s queue size',
    group: 'Customer queue',
    hint: 'Of the conversation’s group',
  },
  { value: 'customer_name', label: 'Customer name', group: 'Customer information' },
  { value: 'customer_email', label: 'Customer email', group: 'Customer information' },
  { value: 'message', label: 'Message', disabledReason: 'Not for this event' },
];

export function FieldSamples() {
  const [field, setField] = useState('group_queue_size');
  const [status, setStatus] = useState('online');
  const [tags, setTags] = useState(['vip', 'e-bike']);
  const [channels, setChannels] = useState<string[]>(['queue_size']);
  return (
    <Card title="Fields">
      <div className="grid gap-3">
        <Field label="Name" hint="Agents see it in the log.">
          <Input placeholder="What this trigger is for" />
        </Field>
        <Field label="Name" error="Another trigger has this name. Choose a different one." required>
          <Input defaultValue="First Reply" />
        </Field>
        <Field label="Group status">
          <Select
            value={status}
            onChange={setStatus}
            options={[
              { value: 'online', label: 'Online' },
              { value: 'away', label: 'Away' },
              { value: 'invisible', label: 'Invisible', disabledReason: 'Nobody is in this group.' },
            ]}
          />
        </Field>
        <Field label="Schedule" hint="Create a schedule first.">
          <Combobox
            value={null}
            onChange={() => {}}
            options={[]}
            placeholder="Inside opening hours"
            disabledReason="Create a schedule first."
          />
        </Field>
        <Field label="Field">
          <Combobox value={field} onChange={setField} options={FIELDS} />
        </Field>
        <Field label="Channels">
          <MultiSelect value={channels} onChange={setChannels} options={FIELDS} placeholder="All channels" />
        </Field>
        <Field label="Tags">
          <TagInput value={tags} onChange={setTags} suggestions={['long-wait', 'returns']} />
        </Field>
        <Field label="Message">
          <Textarea defaultValue="Hello @customer_name, the workshop is busy right now." />
        </Field>
      </div>
    </Card>
  );
}
