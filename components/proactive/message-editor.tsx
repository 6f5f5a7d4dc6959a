'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type ItemDraft, isGroupDraft } from '@/components/rule-editor/draft';
import type { References } from '@/components/rule-editor/editor-context';
import { useIssueWords } from '@/components/rule-editor/issue-words';
import { ShowingWords } from '@/components/rule-editor/rule-words';
import { useBrokenWords } from '@/components/rule-editor/use-broken-words';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard';
import type { ProactiveMessage } from '@/lib/contracts/proactive';
import { textOfMessage } from '@/lib/engine/proactive/message';
import type { ChannelState } from './channel-state';
import { ComposeSection } from './compose-section';
import { CreateSection } from './create-section';
import { KeptNotice } from './kept-notice';
import { MessageHeader } from './message-header';
import { PARTS, type PartId, partOf } from './parts';
import { PreviewPanel } from './preview-panel';
import { RulesSection } from './rules-section';
import { Section } from './section';
import { SendSection } from './send-section';
import { StaleMessage } from './stale-message';
import { useMessageForm } from './use-message-form';
import { type Act, useMessageSave } from './use-message-save';
import { usePreview } from './use-preview';

type Part = (typeof PARTS)[number];

export interface MessageEditorProps {
  message: ProactiveMessage;
  brands: readonly { key: string; name: string }[];
  channels: readonly ChannelState[];
  references: References;
  may: { write: boolean; settings: boolean };
}

/** One message in numbered parts, tried on a visit as one types. */
export function MessageEditor({ message, brands, channels, references, may }: MessageEditorProps) {
  const t = useTranslations('proactive.editor');
  const words = useIssueWords();
  const brokenWords = useBrokenWords();
  const format = useFormatter();
  const router = useRouter();
  const form = useMessageForm(message);
  const [version, setVersion] = useState(message.version);
  const [status, setStatus] = useState(message.status);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  // A draft is not scolded before somebody wants to publish it.
  const [strict, setStrict] = useState(message.status !== 'draft');
  const [open, setOpen] = useState<PartId>(message.status === 'draft' ? 'compose' : 'rules');
  const [kept, setKept] = useState(message.warnings.some(({ code }) => code === 'control_kept'));
  const [asking, setAsking] = useState(false);
  const { body, issues, dirty } = form;
  const { settings } = form.form;
  const channel = channels.find(({ key }) => key === settings.channel);
  const preview = usePreview(message.id, body);
  const work = useRef<HTMLDivElement>(null);

  const saving = useMessageSave(message.id, (stored, act) => {
    form.load(stored, true);
    setVersion(stored.version);
    setStatus(stored.status);
    setSavedAt(new Date());
    setKept(stored.warnings.some(({ code }) => code === 'control_kept'));
    if (act !== 'save') toast(t(`told.${act}`, { name: stored.name }));
    router.refresh();
  });
  const guard = useUnsavedGuard(may.write && dirty);
  const errors = useMemo(() => {
    const own = strict ? Object.fromEntries(issues.map((issue) => [issue.path, words(issue)])) : {};
    return { ...saving.failure?.byPath, ...own };
  }, [strict, issues, words, saving.failure]);
  const wrongParts = new Set(Object.keys(errors).map(partOf));
  const { forget } = saving;
  // What the server refused may be right after a change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the body is what is watched
  useEffect(forget, [body]);

  const run = (act: Act) => {
    if (!may.write || saving.busy) return;
    const [first] = issues;
    if (first && (act === 'publish' || status !== 'draft') && act !== 'pause') {
      setStrict(true);
      setOpen(partOf(first.path));
      setTimeout(() => focusFirstError(work.current), 0);
      return;
    }
    if (act === 'save' && !dirty) return toast(t('nothingToSave'));
    const next = act === 'publish' && status === 'draft' ? 'draft' : status;
    void saving.run(act, body, version, next).then(() => setTimeout(() => focusFirstError(work.current), 0));
  };
  // What keeps it from being seen is said before it is published, not after.
  const publish = () => (kept && issues.length === 0 ? setAsking(true) : run('publish'));
  useShortcut('mod+s', () => run('save'));

  const parts = PARTS.map((id) => ({ id, done: !issues.some(({ path }) => partOf(path) === id) }));
  const isDone = (id: Part) => parts.find((part) => part.id === id)?.done ?? false;
  const section = (id: Part, summary: string) => ({
    id: `part-${id}`,
    number: PARTS.indexOf(id) + 1,
    title: t(`part.${id}`),
    summary,
    open: open === id,
    done: isDone(id),
    wrong: wrongParts.has(id),
    onToggle: () => setOpen(open === id ? 'none' : id),
    onNext: PARTS.indexOf(id) < PARTS.length - 1 ? () => next(id) : undefined,
  });
  const next = (id: Part) => {
    const following = PARTS[PARTS.indexOf(id) + 1];
    if (!following) return;
    setOpen(following);
    document.getElementById(`part-${following}-title`)?.focus();
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <MessageHeader
        id={message.id}
        title={settings.name.trim() || t('untitled')}
        status={status}
        broken={message.broken !== null}
        version={version}
        note={
          dirty
            ? t('unsaved')
            : savedAt
              ? t('savedAt', { time: format.dateTime(savedAt, { timeStyle: 'short' }) })
              : null
        }
        mayWrite={may.write}
        busy={saving.busy}
        dirty={dirty}
        onAct={(act) => (act === 'publish' ? publish() : run(act))}
      />
      <div className="flex min-h-0 flex-1">
        <div ref={work} className="min-w-0 flex-1 overflow-y-auto px-5 pt-3 pb-16 max-phone:px-4 max-phone:pb-28">
          <div className="mx-auto grid max-w-220 grid-cols-[minmax(0,1fr)] gap-3">
            {may.write ? null : <Notice>{t('readOnly')}</Notice>}
            {message.broken ? (
              <Notice tone="stop">{t('broken', { reason: brokenWords(message.broken) })}</Notice>
            ) : null}
            {kept ? (
              <KeptNotice
                text={t('controlKept')}
                maySet={may.settings}
                onSet={() => {
                  setKept(false);
                  router.refresh();
                }}
              />
            ) : null}
            {saving.failure?.text ? (
              <Notice tone="stop">{t('notSaved', { reason: saving.failure.text })}</Notice>
            ) : null}
            {strict && issues.length > 0 ? <Notice tone="wait">{t('fix', { count: issues.length })}</Notice> : null}
            {saving.theirs ? (
              <StaleMessage
                theirs={saving.theirs.stored}
                mine={body}
                onKeepMine={() => saving.theirs && void saving.run('save', body, saving.theirs.stored.version, status)}
                onTakeTheirs={() => {
                  if (!saving.theirs) return;
                  form.load(saving.theirs.stored, true);
                  setVersion(saving.theirs.stored.version);
                  saving.settle();
                }}
              />
            ) : null}
            <fieldset disabled={!may.write} className="contents">
              <Section {...section('create', createSummary(brands, channel, settings))}>
                <CreateSection {...{ settings, brands, channels, errors }} onChange={form.set} />
              </Section>
              <Section {...section('compose', textOfMessage(settings.message).text || t('noText'))}>
                <ComposeSection {...{ settings, channel, errors }} onChange={form.set} />
              </Section>
              <Section {...section('rules', t('conditions', { count: countOf(form.form.when.items) }))}>
                <ShowingWords
                  rule={{ on: settings.on.event, seconds: settings.on.seconds, when: body.when }}
                  references={references}
                />
                <RulesSection
                  form={form.form}
                  conditions={countOf(form.form.when.items)}
                  verdicts={preview.verdicts}
                  dispatch={form.edit}
                  {...{ references, errors }}
                  onChange={form.set}
                />
              </Section>
              <Section
                {...section(
                  'send',
                  `${t(`windows.${settings.send.when}`)} · ${t(`frequencies.${settings.frequency}`)}`,
                )}
              >
                <SendSection {...{ settings, channel, references, errors }} onChange={form.set} />
              </Section>
              {may.write && status !== 'live' ? (
                <div className="flex justify-end gap-2 pt-1">
                  <Button variant="primary" busy={saving.busy === 'publish'} onClick={publish}>
                    {t(status === 'draft' ? 'publish' : 'resume')}
                  </Button>
                </div>
              ) : null}
            </fieldset>
          </div>
        </div>
        <PreviewPanel id={message.id} {...{ body, channel, preview }} />
      </div>
      {asking ? (
        <ConfirmDialog
          open
          onOpenChange={(shown) => !shown && setAsking(false)}
          title={t('publishKept')}
          text={t('controlKept')}
          verb={t('publishAnyway')}
          onConfirm={() => {
            setAsking(false);
            run('publish');
          }}
        />
      ) : null}
      {guard.dialog}
    </div>
  );
}

function createSummary(
  brands: MessageEditorProps['brands'],
  channel: ChannelState | undefined,
  { brand }: { brand: string },
) {
  const name = brands.find(({ key }) => key === brand)?.name ?? brand;
  return [name, channel?.name].filter((part) => part !== undefined && part !== '').join(' · ');
}

function countOf(items: readonly ItemDraft[]): number {
  return items.reduce((sum, item) => sum + (isGroupDraft(item) ? countOf(item.items) : 1), 0);
}

/** Brings the first message into view and puts the cursor where it is corrected. */
function focusFirstError(work: HTMLElement | null) {
  const first = [...(work?.querySelectorAll<HTMLElement>('[aria-invalid="true"], p[role="alert"]') ?? [])].find(
    (each) => each.offsetParent !== null,
  );
  const place = first?.matches('p') ? (first.closest('[role="group"]') ?? first.parentElement) : first;
  const control = place?.matches('input, textarea, button')
    ? place
    : place?.querySelector<HTMLElement>('[role="combobox"], input, textarea, button');
  (control as HTMLElement | null | undefined)?.focus();
  first?.scrollIntoView({ block: 'nearest' });
}
