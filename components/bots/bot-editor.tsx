'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useIssueWords } from '@/components/rule-editor/issue-words';
import { SaveHeader } from '@/components/shell/save-header';
import { Button } from '@/components/ui/button';
import { focusFirstError } from '@/components/ui/focus-first-error';
import { later } from '@/components/ui/later';
import { Notice } from '@/components/ui/notice';
import { SidePanel } from '@/components/ui/side-panel';
import { Switch } from '@/components/ui/switch';
import { toast, toastUndo } from '@/components/ui/toast';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard';
import { botVerbs } from '@/lib/client/bots';
import { useSave } from '@/lib/client/use-save';
import { type Bot, botInput } from '@/lib/contracts/bot';
import { toIssues } from '@/lib/contracts/issues';
import { AnswerList } from './answer-list';
import { DeleteBot } from './delete-bot';
import { type BotDraft, bodyOf, botOf, draftOf, variantsIn } from './draft';
import { BotEditorProvider } from './editor-context';
import { GoneAnswers, runBy } from './gone-answers';
import { type ChannelChoice, PublishCard } from './publish-card';
import { SettingsCard } from './settings-card';
import { UsedByCard } from './used-by-card';
import { VariantMenu } from './variant-menu';

const BotTester = later(() => import('./bot-tester').then((module) => module.BotTester));

export type BotSettings = Parameters<typeof draftOf>[0];

export interface BotEditorProps {
  initial: BotSettings;
  /** Keys of the channels that it is published to. */
  published: readonly string[];
  /** Null for a bot that is not stored yet. */
  stored: Bot | null;
  channels: readonly ChannelChoice[];
  groups: readonly { key: string; name: string }[];
  mayWrite: boolean;
}

/** One bot: who it is, what it knows, where it answers; tried beside the form, as one types. */
export function BotEditor({ initial, published, stored, channels, groups, mayWrite }: BotEditorProps) {
  const t = useTranslations('bots.editor');
  const stale = useTranslations('bots.stale');
  const words = useIssueWords();
  const router = useRouter();
  const [draft, setDraft] = useState<BotDraft>(() => draftOf(initial, published, stored !== null));
  const [kept, setKept] = useState(() => JSON.stringify(bodyOf(draft)));
  const [version, setVersion] = useState(stored?.version ?? 0);
  const [variant, setVariant] = useState<string | null>(null);
  // A new bot is not scolded before somebody wants to save it.
  const [strict, setStrict] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const left = useRef(false);
  const work = useRef<HTMLDivElement>(null);
  const id = stored?.id ?? null;
  const body = useMemo(() => bodyOf(draft), [draft]);
  const bot = useMemo(() => botOf(draft), [draft]);
  const dirty = useMemo(() => JSON.stringify(body) !== kept, [body, kept]);
  const issues = useMemo(() => {
    const result = botInput.safeParse(body, { reportInput: true });
    return result.success ? [] : toIssues(result.error.issues);
  }, [body]);

  const saving = useSave(botVerbs, id, (answer: Bot) => {
    setVersion(answer.version);
    setKept(JSON.stringify(body));
    if (id === null) {
      toast(t('created', { name: answer.name }));
      left.current = true;
      router.push(`/bots/${answer.id}`);
      return;
    }
    // What is stored has its key for good.
    setDraft((before) => ({ ...before, answers: before.answers.map((each) => ({ ...each, fixed: true })) }));
    toast(t('saved', { name: answer.name }));
    router.refresh();
  });
  const guard = useUnsavedGuard(mayWrite && dirty && !left.current);
  const { forget } = saving;
  // What the server refused may be right after a change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the body is what is watched
  useEffect(forget, [body]);
  const errors = useMemo(() => {
    const own = strict ? issues.map((issue) => [issue.path, words(issue)]).reverse() : [];
    return { ...saving.failure?.byPath, ...Object.fromEntries(own) };
  }, [strict, issues, words, saving.failure]);

  const save = () => {
    if (!mayWrite || saving.busy) return;
    setStrict(true);
    if (issues.length > 0) return void setTimeout(() => focusFirstError(work.current), 0);
    if (id !== null && !dirty) return toast(t('nothingToSave'));
    void saving.save(body, version).then(() => setTimeout(() => focusFirstError(work.current), 0));
  };
  useShortcut('mod+s', save);

  const takeTheirs = (theirs: Bot) => {
    const mine = draft;
    const next = draftOf(theirs, keysOf(theirs), true);
    setDraft(next);
    setKept(JSON.stringify(bodyOf(next)));
    setVersion(theirs.version);
    saving.settle();
    toastUndo(stale('tookTheirs'), () => setDraft(mine));
  };
  const setActive = (active: boolean) => setDraft((before) => ({ ...before, active }));
  const wrong = strict ? issues.length : 0;
  const context = useMemo(
    () => ({
      ...{ variant, mayWrite, errors, groups },
      answers: draft.answers.map(({ key, title }) => ({ key, title })),
      runBy: runBy(stored?.uses ?? []),
    }),
    [variant, mayWrite, errors, groups, draft.answers, stored?.uses],
  );
  return (
    <div className="flex h-full min-h-0 flex-col">
      <SaveHeader
        area="bots"
        title={draft.name.trim() || t('newTitle')}
        isNew={id === null}
        dirty={dirty}
        busy={saving.busy}
        mayWrite={mayWrite}
        control={
          <Switch className="mr-2 max-phone:hidden" checked={draft.active} label={t('active')} onChange={setActive} />
        }
        entries={[
          { id: 'active', label: t('active'), checked: draft.active, onSelect: () => setActive(!draft.active) },
        ]}
        onCancel={() => guard.leave('/bots')}
        onSave={save}
        onClone={() => guard.leave(`/bots/new?from=${id}`)}
        onDelete={() => setDeleting(true)}
      />
      <div className="flex min-h-0 flex-1">
        <div ref={work} className="min-w-0 flex-1 overflow-y-auto px-5 pt-3 pb-16 max-phone:px-4 max-phone:pb-28">
          <div className="mx-auto grid max-w-220 grid-cols-[minmax(0,1fr)] gap-3">
            {mayWrite ? null : <Notice tone="info">{t('readOnly')}</Notice>}
            {saving.failure?.text ? (
              <Notice tone="stop">{t('notSaved', { reason: saving.failure.text })}</Notice>
            ) : null}
            {wrong > 0 ? <Notice tone="wait">{t('fix', { count: wrong })}</Notice> : null}
            {saving.theirs ? (
              <Notice
                tone="wait"
                action={
                  <span className="flex flex-wrap gap-2">
                    <Button size="sm" onClick={() => saving.theirs && takeTheirs(saving.theirs.stored)}>
                      {stale('takeTheirs')}
                    </Button>
                    <Button
                      size="sm"
                      variant="primary"
                      busy={saving.busy}
                      onClick={() => saving.theirs && void saving.save(body, saving.theirs.stored.version)}
                    >
                      {stale('keepMine')}
                    </Button>
                  </span>
                }
              >
                {stale('text')}
              </Notice>
            ) : null}
            <div className="flex items-center">
              <span className="ml-auto">
                <VariantMenu base={draft.language} written={variantsIn(draft)} chosen={variant} onChoose={setVariant} />
              </span>
            </div>
            <BotEditorProvider value={context}>
              <SettingsCard draft={draft} onChange={setDraft} />
              <AnswerList draft={draft} onChange={setDraft} />
              <GoneAnswers uses={stored?.uses ?? []} stored={stored?.answers ?? []} />
              <PublishCard
                bot={stored?.key ?? null}
                channels={channels}
                published={draft.channels}
                onChange={(next) => setDraft((before) => ({ ...before, channels: next }))}
              />
              {stored && stored.uses.length > 0 ? <UsedByCard uses={stored.uses} /> : null}
            </BotEditorProvider>
          </div>
        </div>
        <SidePanel title={t('tryIt')} remember="bot" width={384}>
          <BotTester bot={bot} avatar={draft.avatar} language={variant ?? draft.language} groups={groups} />
        </SidePanel>
      </div>
      {deleting && stored ? (
        <DeleteBot
          bot={stored}
          onClose={() => setDeleting(false)}
          onDeleted={() => {
            left.current = true;
            setKept(JSON.stringify(body));
            router.push('/bots');
          }}
        />
      ) : null}
      {guard.dialog}
    </div>
  );
}

function keysOf({ channels }: Bot): string[] {
  return channels.map(({ key }) => key);
}
