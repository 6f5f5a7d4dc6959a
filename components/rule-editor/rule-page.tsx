'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { focusFirstError } from '@/components/ui/focus-first-error';
import { later } from '@/components/ui/later';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toast, toastUndo } from '@/components/ui/toast';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard';
import { type SaveVerbs, useSave } from '@/lib/client/use-save';
import type { RuleIssue } from '@/lib/engine/validation/issues';
import { EditorBar } from './editor-bar';
import type { RuleEditorContext } from './editor-context';
import { EditorHeader } from './editor-header';
import { RuleEditor } from './rule-editor';
import { contentOf, type RuleContent, type RuleKind, textOf } from './rule-form';
import type { RuleArea } from './rule-tabs';
import { RuleWords } from './rule-words';
import type { RuleFormState } from './use-rule-form';
import { useWordsByName } from './words-by-name';

const DeveloperView = later(
  () => import('./developer-view').then((module) => module.DeveloperView),
  <SkeletonRows rows={6} label="" />,
) as typeof import('./developer-view').DeveloperView;
const StaleNotice = later(() => import('./stale-notice').then((module) => module.StaleNotice));

/** Of a rule that is stored. */
export interface RuleIdentity {
  readonly id: string;
  readonly version: number;
  /** In the last seven days. */
  readonly fired: number;
}

type Stored<B> = B & { readonly id: string; readonly version: number };
type InEditor = Pick<RuleEditorContext, 'references' | 'verdicts' | 'timeZone' | 'unconnected'>;

export interface RulePageProps<B extends RuleContent> extends InEditor {
  area: RuleArea;
  kind: RuleKind<B>;
  verbs: SaveVerbs<B, Stored<B>>;
  form: RuleFormState<B>;
  initial: B;
  /** Null for a rule that is not stored yet. */
  identity: RuleIdentity | null;
  mayWrite: boolean;
  /** Why the stored rule cannot run, in words. */
  broken: string | null;
  /** What keeps it from being saved beside what the contract refuses. */
  issues?: readonly RuleIssue[];
  /** Said at once, not only when somebody wants to save. */
  atOnce?: (issue: RuleIssue) => boolean;
  /** What surrounds the rule, given what is wrong by path. */
  settings: (errors: Readonly<Record<string, string>>) => ReactNode;
  /** Beside the form. */
  panel: ReactNode;
}

/** The configuration page of a rule: one rule in two views, with what is tried on it beside. */
export function RulePage<B extends RuleContent>(props: RulePageProps<B>) {
  const { area, kind, verbs, form, initial, identity, mayWrite, broken, atOnce = never, settings, panel } = props;
  const { references, verdicts, timeZone, unconnected } = props;
  const t = useTranslations('rules.page');
  const own = useTranslations(`${area}.editor`);
  const stale = useTranslations('rules.stale');
  const words = useWordsByName();
  const router = useRouter();
  const [version, setVersion] = useState(identity?.version ?? 0);
  // A new rule is not scolded before somebody wants to save it.
  const [strict, setStrict] = useState(identity !== null);
  const work = useRef<HTMLDivElement>(null);
  const left = useRef(false);
  const { body, rule, view, read, dirty } = form;
  const issues = useMemo(() => [...form.issues, ...(props.issues ?? [])], [form.issues, props.issues]);

  const saving = useSave(verbs, identity?.id ?? null, (stored) => {
    form.markStored(body);
    setVersion(stored.version);
    if (identity === null) {
      toast(own('created', { name: stored.name }));
      left.current = true;
      router.push(`/${area}/${stored.id}`);
    } else {
      if (textOf(kind, contentOf(kind, stored)) !== textOf(kind, body)) form.load(stored, true);
      toast(t('saved', { version: stored.version }));
      router.refresh();
    }
  });
  const guard = useUnsavedGuard(mayWrite && dirty && !left.current);

  const written = read === null || read.kind === 'body';
  const errors = useMemo(() => {
    const told = strict ? issues : issues.filter(atOnce);
    return { ...saving.failure?.byPath, ...Object.fromEntries(told.map((issue) => [issue.path, words(issue)])) };
  }, [strict, issues, atOnce, words, saving.failure]);
  const { forget } = saving;
  // What the server refused may be right after a change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the body is what is watched
  useEffect(forget, [body]);

  const save = () => {
    if (!mayWrite || saving.busy) return;
    setStrict(true);
    if (!written || issues.length > 0) return void setTimeout(() => focusFirstError(work.current), 0);
    if (identity !== null && !dirty) return toast(t('nothingToSave'));
    void saving.save(body, version).then(() => setTimeout(() => focusFirstError(work.current), 0));
  };
  useShortcut('mod+s', save);

  const takeTheirs = (theirs: Stored<B>) => {
    const mine = body;
    const mineVersion = version;
    form.load(theirs, true);
    setVersion(theirs.version);
    saving.settle();
    toastUndo(stale('tookTheirs', { version: theirs.version }), () => {
      form.load(mine);
      setVersion(Math.max(theirs.version, mineVersion));
    });
  };
  const { theirs } = saving;
  const wrong = strict ? issues.length : 0;
  const sentence = <RuleWords family={kind.family} rule={rule} references={references} />;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <EditorHeader
        area={area}
        title={body.name.trim() || own('newTitle')}
        isNew={identity === null}
        active={body.active}
        mayWrite={mayWrite}
        busy={saving.busy}
        blocked={identity !== null && !dirty ? t('nothingToSave') : null}
        onActive={(active) => form.setSettings({ active } as Parameters<typeof form.setSettings>[0])}
        onCancel={() => guard.leave(`/${area}`)}
        onSave={save}
      />
      <EditorBar
        tabs={identity ? { area, ...identity, version } : null}
        view={view}
        dirty={dirty}
        locked={form.mayLeave ? null : t('fixText')}
        onView={form.setView}
      />
      <div className="flex min-h-0 flex-1">
        <div ref={work} className="min-w-0 flex-1 overflow-y-auto px-5 pt-3 pb-16 max-phone:px-4 max-phone:pb-28">
          <div className="mx-auto grid max-w-220 grid-cols-[minmax(0,1fr)] gap-3">
            {mayWrite ? null : <Notice tone="info">{own('readOnly')}</Notice>}
            {broken ? <Notice tone="stop">{broken}</Notice> : null}
            {saving.failure?.text ? (
              <Notice tone="stop">{t('notSaved', { reason: saving.failure.text })}</Notice>
            ) : null}
            {wrong > 0 && view === 'visual' ? <Notice tone="wait">{t('fix', { count: wrong })}</Notice> : null}
            {theirs ? (
              <StaleNotice
                theirs={{
                  ...theirs,
                  version: theirs.stored.version,
                  text: textOf(kind, contentOf(kind, theirs.stored)),
                }}
                mine={textOf(kind, body)}
                base={{ text: form.stored, version }}
                busy={saving.busy}
                onKeepMine={() => void saving.save(body, theirs.stored.version)}
                onTakeTheirs={() => takeTheirs(theirs.stored)}
              />
            ) : null}
            <fieldset disabled={!mayWrite} className="contents">
              {view === 'visual' ? (
                <>
                  {settings(errors)}
                  {sentence}
                  <RuleEditor
                    family={kind.family}
                    draft={form.form.draft}
                    {...{ references, errors, verdicts, timeZone, unconnected }}
                    dispatch={form.edit}
                  />
                </>
              ) : (
                <>
                  {sentence}
                  <DeveloperView
                    kind={kind}
                    text={form.text}
                    read={read ?? { kind: 'syntax' }}
                    stored={identity ? { text: textOf(kind, initial), version: identity.version } : null}
                    readOnly={!mayWrite}
                    mayLeave={form.mayLeave}
                    onText={form.setText}
                  />
                </>
              )}
            </fieldset>
          </div>
        </div>
        {panel}
      </div>
      {guard.dialog}
    </div>
  );
}

const never = () => false;
