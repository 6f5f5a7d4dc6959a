'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Input } from '@/components/ui/input';
import type { Ticket } from '@/lib/contracts/ticket';
import { SUPPOSED } from '@/lib/engine/state/supposed';
import type { Trial } from './use-trial';
import { instantAt, wallTime } from './wall-time';

/** On which ticket the workflow is tried, what has just happened to it, and at which moment. */
export function TrialPremises({ trial, timeZone }: { trial: Trial; timeZone: string }) {
  const t = useTranslations('workflows.trial');
  const { ticket, tickets, seen, at } = trial;
  const momentId = useId();
  const all = ticket && !tickets.some(({ id }) => id === ticket.id) ? [ticket, ...tickets] : tickets;
  const moment = at ?? seen?.at;
  return (
    <div className="grid gap-2">
      <Labelled label={t('ticket')}>
        <Combobox
          label={t('ticket')}
          value={ticket?.id ?? null}
          placeholder={t('choose')}
          onSearch={trial.search}
          options={all.map((each) => ({ value: each.id, ...wordsOf(each, t('nobody')) }))}
          onChange={(id) => {
            const next = all.find((each) => each.id === id);
            if (next) trial.choose(next);
          }}
        />
      </Labelled>
      <Labelled label={t('event')}>
        <Combobox
          label={t('event')}
          value={trial.event ?? 'anything'}
          options={[
            { value: 'anything', label: t('supposed.anything') },
            ...SUPPOSED.map((each) => ({ value: each, label: t(`supposed.${each}`) })),
          ]}
          onChange={(next) => trial.setEvent(SUPPOSED.find((each) => each === next))}
        />
      </Labelled>
      <Labelled label={t('now', { zone: timeZone })}>
        <span className="flex items-center gap-1">
          <Input
            id={momentId}
            aria-label={t('now', { zone: timeZone })}
            type="datetime-local"
            value={moment ? wallTime(new Date(moment), timeZone) : ''}
            onChange={({ target }) =>
              trial.setAt(target.value ? instantAt(target.value, timeZone).toISOString() : null)
            }
          />
          {at === null ? null : (
            <Button variant="quiet" size="sm" onClick={() => trial.setAt(null)}>
              {t('reset')}
            </Button>
          )}
        </span>
      </Labelled>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <span aria-hidden="true" className="text-xs font-medium text-ink-2">
        {label}
      </span>
      {children}
    </div>
  );
}

function wordsOf({ number, subject, customer }: Ticket, nobody: string): { label: string; hint?: string } {
  const who = customer.name ?? customer.email ?? nobody;
  return { label: `#${number} · ${who}`, ...(subject && { hint: subject }) };
}
