'use client';

import { useState } from 'react';
import { BarChart } from '@/components/ui/bar-chart';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Countdown } from '@/components/ui/countdown';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Meter } from '@/components/ui/meter';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { Sparkline } from '@/components/ui/sparkline';
import { toastUndo } from '@/components/ui/toast';
import { Words } from '@/components/ui/words';

const DAYS = ['30 Oct', '31 Oct', '1 Nov', '2 Nov', '3 Nov', '4 Nov', 'Today'].map((label, index) => ({
  label,
  values: { triggers: [460, 300, 145, 500, 520, 505, 370][index] ?? 0, proactive: 110, workflows: 70 },
  failures: [2, 0, 0, 1, 0, 3, 3][index],
  current: label === 'Today',
}));

export function LayerSamples() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'sheet' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Card title="Layers and notices">
        <div className="mb-3 flex flex-wrap gap-2">
          <Button onClick={() => setOpen('dialog')}>Dialog</Button>
          <Button onClick={() => setOpen('confirm')}>Delete…</Button>
          <Button onClick={() => setOpen('sheet')}>Sheet</Button>
          <Button onClick={() => toastUndo('First Reply deleted', () => {})}>Toast</Button>
        </div>
        <div className="grid gap-2">
          <Notice tone="info">Only switched on while a channel uses release control.</Notice>
          <Notice tone="go">Saved as version 8.</Notice>
          <Notice tone="wait">This pattern can be slow on long messages.</Notice>
          <Notice tone="stop" action={<Button size="xs">Try again</Button>}>
            Not saved. The server did not answer; your text is kept.
          </Notice>
          <Words spoken="When a conversation enters a queue, send a message.">
            <i>When</i> a conversation enters a queue, <i>if</i> the <b>Workshop</b> group is <b>online</b>, <i>then</i>{' '}
            wait <b>5 minutes</b>.
          </Words>
        </div>
      </Card>
      <Card title="Data">
        <BarChart
          title="Firings per day"
          summary="Between 145 and 520 triggers fired per day; 9 steps failed."
          data={DAYS}
          series={[
            { key: 'triggers', label: 'Messaging triggers', hue: 1 },
            { key: 'proactive', label: 'Proactive messages', hue: 2 },
            { key: 'workflows', label: 'Workflows', hue: 3 },
          ]}
          failuresLabel="Failed, own scale"
        />
        <div className="mt-3 flex items-center gap-4">
          <Sparkline values={[4, 3, 5, 6, 4, 9, 8]} />
          <span className="font-medium tabular-nums">268</span>
          <Meter value={48} max={100} label="Share of firings" className="flex-1" />
        </div>
        <p className="mt-3 flex gap-4">
          <RelativeTime at={new Date(Date.now() - 7_500_000).toISOString()} />
          <Countdown until={new Date(Date.now() + 222_000).toISOString()} format={(left) => `${left} left`} />
        </p>
      </Card>
      <Card title="Empty, loading" padded={false}>
        <EmptyState
          title="No trigger matches “waranty”"
          text="Check the spelling, or search in the texts of actions too."
          actions={<Button size="sm">Clear search</Button>}
          level={3}
        />
        <div className="grid gap-2.5 px-5 pb-5">
          <Skeleton width="60%" />
          <Skeleton width="85%" />
        </div>
      </Card>
      <Dialog
        open={open === 'dialog'}
        onOpenChange={close}
        title="New group"
        description="Agents answer the conversations of their groups."
        size="form"
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary">Create group</Button>
          </>
        }
      >
        <Field label="Name">
          <Input placeholder="Workshop" />
        </Field>
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onOpenChange={close}
        title="Delete 3 triggers?"
        text="They fired 653 times in 7 days. Their past firings stay in the log; 2 waiting steps are cancelled."
        verb="Delete 3 triggers"
        onConfirm={close}
      />
      <Sheet open={open === 'sheet'} onOpenChange={close} title="Try it">
        <p className="p-4">A panel at the right, or from below on a phone.</p>
      </Sheet>
    </>
  );
}
