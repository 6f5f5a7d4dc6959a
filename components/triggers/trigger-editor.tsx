'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { useIssueWords } from '@/components/rule-editor/issue-words';
import { RuleEditor } from '@/components/rule-editor/rule-editor';
import { RuleWords } from '@/components/rule-editor/rule-words';
import { useTryIt } from '@/components/rule-editor/use-try-it';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toast, toastUndo } from '@/components/ui/toast';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard';
import type { TriggerBody } from '@/lib/client/triggers';
import type { Broken, Trigger } from '@/lib/contracts/trigger';
import { brokenWords } from './broken-words';
import { EditorBar } from './editor-bar';
import { EditorHeader } from './editor-header';
import { EditorPanel } from './editor-panel';
import { SettingsFields } from './settings-fields';
import { ruleIn, textOf } from './trigger-form';
import { type EventSeen, useSample } from './use-sample';
import { useSave } from './use-save';
import { useTriggerForm } from './use-trigger-form';

const DeveloperView = dynamic(() => import('./developer-view').then((module) => module.DeveloperView), {
  ssr: false,
  loading: () => <SkeletonRows rows={6} label="" />,
});
const StaleNotice = dynamic(() => import('./stale-notice').then((module) => module.StaleNotice), { ssr: false });

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

/** The configuration page: one rule in two views, tried as one types. */
export function TriggerEditor({
  initial,
  identity,
  references,
  messaging,
  mayWrite,
  now,
  tryOn = null,
}: TriggerEditorProps) {
  const t = useTranslations('triggers');
  const words = useIssueWords();
  const router = useRouter();
  const form = useTriggerForm(initial);
  const [version, setVersion] = useState(identity?.version ?? 0);
  // A new rule is not scolded before somebody wants to save it.
  const [strict, setStrict] = useState(identity !== null);
  const work = useRef<HTMLDivElement>(null);
  const { body, view, read, issues, dirty } = form;
  const rule = useMemo(() => ruleIn(body), [body]);
  const tryIt = useTryIt(
    rule,
    references,
    useMemo(() => new Date(now), [now]),
    useSample(tryOn),
  );

  const saving = useSave(identity?.id ?? null, (stored) => {
    form.markStored(body);
    setVersion(stored.version);
    if (identity === null) {
      toast(t('editor.created', { name: stored.name }));
      left.current = true;
      router.push(`/triggers/${stored.id}`);
    } else {
      if (textOf(stored) !== textOf(body)) form.load(stored, true);
      toast(t('editor.saved', { version: stored.version }));
      router.refresh();
    }
  });
  const left = useRef(false);
  const guard = useUnsavedGuard(mayWrite && dirty && !left.current);

  const written = read === null || read.kind === 'body';
  const errors = useMemo(() => {
    const own = strict ? Object.fromEntries(issues.map((issue) => [issue.path, words(issue)])) : {};
    return { ...saving.failure?.byPath, ...own };
  }, [strict, issues, words, saving.failure]);
  const { forget } = saving;
  // What the server refused may be right after a change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the body is what is watched
  useEffect(forget, [body]);

  const save = () => {
    if (!mayWrite || saving.busy) return;
    setStrict(true);
    if (!written || issues.length > 0) return void setTimeout(() => focusFirstError(work.current), 0);
    if (identity !== null && !dirty) return toast(t('editor.nothingToSave'));
    void saving.save(body, version).then(() => setTimeout(() => focusFirstError(work.current), 0));
  };
  useShortcut('mod+s', save);

  const takeTheirs = (theirs: Trigger) => {
    const mine = body;
    const mineVersion = version;
    form.load(theirs, true);
    setVersion(theirs.version);
    saving.settle();
    toastUndo(t('stale.tookTheirs', { version: theirs.version }), () => {
      form.load(mine);
      setVersion(Math.max(theirs.version, mineVersion));
    });
  };
  const wrong = strict ? issues.length : 0;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <EditorHeader
        title={form.form.settings.name.trim() || t('editor.newTitle')}
        isNew={identity === null}
        active={form.form.settings.active}
        mayWrite={mayWrite}
        busy={saving.busy}
        blocked={identity !== null && !dirty ? t('editor.nothingToSave') : null}
        onActive={(active) => form.setSettings({ active })}
        onCancel={() => guard.leave('/triggers')}
        onSave={save}
      />
      <EditorBar
        tabs={identity ? { ...identity, version } : null}
        view={view}
        dirty={dirty}
        locked={form.mayLeave ? null : t('editor.fixText')}
        onView={form.setView}
      />
      <div className="flex min-h-0 flex-1">
        <div ref={work} className="min-w-0 flex-1 overflow-y-auto px-5 pt-3 pb-16 max-phone:px-4 max-phone:pb-28">
          <div className="mx-auto grid max-w-220 grid-cols-[minmax(0,1fr)] gap-3">
            {mayWrite ? null : <Notice tone="info">{t('editor.readOnly')}</Notice>}
            {identity?.broken ? (
              <Notice tone="stop">{t('broken.notice', { reason: brokenWords(t, identity.broken) })}</Notice>
            ) : null}
            {saving.failure?.text ? (
              <Notice tone="stop">{t('editor.notSaved', { reason: saving.failure.text })}</Notice>
            ) : null}
            {wrong > 0 && view === 'visual' ? <Notice tone="wait">{t('editor.fix', { count: wrong })}</Notice> : null}
            {saving.theirs ? (
              <StaleNotice
                theirs={saving.theirs}
                mine={textOf(body)}
                base={{ text: form.stored, version }}
                busy={saving.busy}
                onKeepMine={() => saving.theirs && void saving.save(body, saving.theirs.trigger.version)}
                onTakeTheirs={() => saving.theirs && takeTheirs(saving.theirs.trigger)}
              />
            ) : null}
            <fieldset disabled={!mayWrite} className="contents">
              {view === 'visual' ? (
                <>
                  <SettingsFields
                    settings={form.form.settings}
                    errors={errors}
                    channels={(references.channel ?? []).filter(({ key }) => messaging.includes(key))}
                    onChange={form.setSettings}
                  />
                  <RuleWords family="trigger" rule={rule} references={references} />
                  <RuleEditor
                    family="trigger"
                    draft={form.form.draft}
                    references={references}
                    errors={errors}
                    verdicts={tryIt.verdicts}
                    dispatch={form.edit}
                  />
                </>
              ) : (
                <>
                  <RuleWords family="trigger" rule={rule} references={references} />
                  <DeveloperView
                    text={form.text}
                    read={read ?? { kind: 'syntax' }}
                    stored={identity ? { text: textOf(initial), version: identity.version } : null}
                    readOnly={!mayWrite}
                    mayLeave={form.mayLeave}
                    onText={form.setText}
                  />
                </>
              )}
            </fieldset>
          </div>
        </div>
        <EditorPanel
          view={view}
          body={body}
          complete={issues.every(({ path }) => !/^(on|when|do)\b/.test(path) && path !== '')}
          tryIt={tryIt}
          references={references}
          tryOn={tryOn}
        />
      </div>
      {guard.dialog}
    </div>
  );
}

/** Brings the first message into view and puts the cursor where it is corrected. */
function focusFirstError(work: HTMLElement | null) {
  const first = work?.querySelector<HTMLElement>('[aria-invalid="true"], p[role="alert"]');
  const place = first?.matches('p') ? (first.closest('[role="group"]') ?? first.parentElement) : first;
  const control = place?.matches('input, textarea, button')
    ? place
    : place?.querySelector<HTMLElement>('[role="combobox"], input, textarea, button');
  (control as HTMLElement | null | undefined)?.focus();
  first?.scrollIntoView({ block: 'nearest' });
}
