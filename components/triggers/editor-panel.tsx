'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { RuleBody } from '@/components/rule-editor/draft';
import type { References } from '@/components/rule-editor/editor-context';
import { RuleReference } from '@/components/rule-editor/rule-reference';
import { TryItPanel } from '@/components/rule-editor/try-it-panel';
import type { View } from '@/components/rule-editor/use-rule-form';
import type { Sample, TryIt } from '@/components/rule-editor/use-try-it';
import { WouldFire } from '@/components/rule-editor/would-fire';
import { Segmented } from '@/components/ui/segmented';
import { SidePanel } from '@/components/ui/side-panel';
import { readEvent, type TriggerBody, useRecentEvents, wouldFire } from '@/lib/client/trigger-editing';
import { type EventSeen, useToSample } from './use-sample';

interface EditorPanelProps {
  view: View;
  body: TriggerBody;
  rule: RuleBody;
  /** Nothing is wrong with the rule itself. */
  complete: boolean;
  tryIt: TryIt;
  references: References;
  /** What the rule is tried on from the start. */
  tryOn: EventSeen | null;
}

/** Beside the form: the rule tried on facts; with the developer view also what can be written. */
export function EditorPanel({ view, body, rule, complete, tryIt, references, tryOn }: EditorPanelProps) {
  const t = useTranslations('rules.page');
  const [shown, setShown] = useState<'try' | 'reference'>('try');
  const [asked, setAsked] = useState(tryOn);
  const samples = useSamples(body.on, asked);
  const toSample = useToSample();
  const take = async (event: string) => {
    const seen = await readEvent(event);
    setAsked(seen);
    tryIt.take(toSample(seen) ?? null);
  };
  const reference = view === 'developer' && shown === 'reference';
  return (
    <SidePanel title={reference ? t('reference') : t('tryIt')} remember="trigger" startOpen={tryOn !== null}>
      {view === 'developer' ? (
        <div className="border-b border-line px-4 py-2">
          <Segmented
            label={t('panel')}
            value={shown}
            onChange={setShown}
            segments={[
              { value: 'try', label: t('tryIt') },
              { value: 'reference', label: t('reference') },
            ]}
          />
        </div>
      ) : null}
      {reference ? (
        <RuleReference family="trigger" event={body.on} />
      ) : (
        <>
          <TryItPanel family="trigger" rule={rule} tryIt={tryIt} references={references} samples={samples} />
          <WouldFire
            ask={() => wouldFire({ on: body.on, when: body.when, do: body.do })}
            complete={complete}
            onTake={take}
          />
        </>
      )}
    </SidePanel>
  );
}

/** What recent events of the trigger's own kind saw, after the one that was asked for. */
function useSamples(event: string, tryOn: EventSeen | null): Sample[] {
  const toSample = useToSample();
  const { data } = useRecentEvents(event);
  return useMemo(() => {
    const recent = (data?.items ?? []).filter(({ id }) => id !== tryOn?.id);
    return [...(tryOn ? [tryOn] : []), ...recent].flatMap((each) => toSample(each) ?? []);
  }, [data, tryOn, toSample]);
}
