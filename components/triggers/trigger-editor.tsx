'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { RulePage } from '@/components/rule-editor/rule-page';
import { useBrokenWords } from '@/components/rule-editor/use-broken-words';
import { useRuleForm } from '@/components/rule-editor/use-rule-form';
import { useTryIt } from '@/components/rule-editor/use-try-it';
import type { TriggerBody } from '@/lib/client/trigger-editing';
import type { Broken } from '@/lib/contracts/trigger';
import { EditorPanel } from './editor-panel';
import { SettingsFields } from './settings-fields';
import { triggerKind, triggerVerbs } from './trigger-kind';
import { type EventSeen, useSample } from './use-sample';

export interface TriggerEditorProps {
  initial: TriggerBody;
  /** Null for a trigger that is not stored yet. */
  identity: { id: string; version: number; fired: number; broken: Broken | null } | null;
  references: References;
  /** Keys of the messaging channels. */
  messaging: readonly string[];
  mayWrite: boolean;
  /** ISO 8601; "now" of what is tried, the same on server and client. */
  now: string;
  /** What an event saw, to try the rule on from the start. */
  tryOn?: EventSeen | null;
}

/** The configuration page of a trigger, tried on facts as one types. */
export function TriggerEditor(props: TriggerEditorProps) {
  const { initial, identity, references, messaging, mayWrite, now, tryOn = null } = props;
  const t = useTranslations('lists');
  const brokenWords = useBrokenWords();
  const form = useRuleForm(triggerKind, initial);
  const { body, rule, view, issues } = form;
  const start = useMemo(() => new Date(now), [now]);
  const tryIt = useTryIt(rule, references, start, useSample(tryOn));
  const complete = issues.every(({ path }) => !/^(on|when|do)\b/.test(path) && path !== '');
  return (
    <RulePage
      area="triggers"
      kind={triggerKind}
      verbs={triggerVerbs}
      {...{ form, initial, identity, references, mayWrite }}
      broken={identity?.broken ? t('broken.notice', { family: 'trigger', reason: brokenWords(identity.broken) }) : null}
      verdicts={tryIt.verdicts}
      settings={(errors) => (
        <SettingsFields
          settings={form.form.settings}
          errors={errors}
          channels={(references.channel ?? []).filter(({ key }) => messaging.includes(key))}
          onChange={form.setSettings}
        />
      )}
      panel={<EditorPanel {...{ view, body, rule, complete, tryIt, references, tryOn }} />}
    />
  );
}
