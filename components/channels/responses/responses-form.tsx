'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { toastUndo } from '@/components/ui/toast';
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard';
import { readAuthor, readResponses, updateResponses } from '@/lib/client/channels';
import { useSchedules } from '@/lib/client/schedules';
import type { Channel } from '@/lib/contracts/channel';
import type { Page } from '@/lib/contracts/list';
import type { ChannelResponses } from '@/lib/contracts/responses';
import type { Schedule } from '@/lib/contracts/schedule';
import { ChannelHeader } from '../channel-header';
import { SaveActions } from '../save-actions';
import { StaleNotice } from '../stale-notice';
import { type Stored, useVersionedForm } from '../use-versioned-form';
import { BotSection } from './bot-section';
import { BusinessHours } from './business-hours';
import { LanguageMenu } from './language-menu';
import { ResponseSection, type Step } from './response-section';
import { changeOf, draftOf, type Kind, type ResponsesDraft, tidy, variantsOf, withoutVariant } from './responses-draft';
import { ResponsesPreview } from './responses-preview';
import { useHoursWords } from './use-hours-words';
import { useLanguageNames } from './use-language-names';
import { useResponseLines } from './use-response-lines';

const KINDS: readonly Kind[] = ['during', 'outside'];

interface ResponsesFormProps {
  channel: Channel;
  brandName: string;
  initial: ChannelResponses;
  schedules: Page<Schedule>;
  mayWrite: boolean;
}

/** The Responses tab: what a customer reads before an agent is there. */
export function ResponsesForm({ channel, brandName, initial, schedules: given, mayWrite }: ResponsesFormProps) {
  const t = useTranslations('responses');
  const common = useTranslations('channels');
  const router = useRouter();
  const nameOf = useLanguageNames();
  const hours = useHoursWords();
  const { data } = useSchedules(given);
  const schedules = data.items;
  const now = useNow(Date.parse(initial.now.at));
  const form = useVersionedForm<ResponsesDraft>({
    initial: draftOf(initial),
    write: async (draft, version) => draftOf(await updateResponses(channel.id, changeOf(draft, version))),
    read: async () => draftOf(await readResponses(channel.id)),
    readAuthor: () => readAuthor(channel.id),
    onSaved: (before: Stored<ResponsesDraft>, after) => {
      toastUndo(common('saved'), () => form.restore(before.value, after.version));
      router.refresh();
    },
  });
  const { draft, set, errorAt } = form;
  const guard = useUnsavedGuard(mayWrite && form.dirty);
  const lines = useResponseLines(schedules, initial);

  const [variant, setVariant] = useState<string | null>(null);
  const [added, setAdded] = useState<readonly string[]>([]);
  const base = initial.language;
  const variants = [...new Set([...variantsOf(draft), ...added])].filter((tag) => tag !== base).sort();

  const schedule = schedules.find(({ key }) => key === draft.schedule);
  // Also one that goes while this page is open keeps its name.
  const known = given.items.find(({ key }) => key === draft.schedule);
  const holding: Kind = schedule?.state === 'outside' ? 'outside' : 'during';
  const [shownKind, setShownKind] = useState<Kind>(holding);
  const [step, setStep] = useState<Step>('greeting');
  const [language, setLanguage] = useState<string>(base);
  const [candidateKey, setCandidateKey] = useState<string | null>(null);
  const { bots } = initial;
  const bot = bots.find(({ key }) => key === draft.bot);
  const candidate = bots.find(({ key, active }) => key === candidateKey && active) ?? bots.find(({ active }) => active);

  const choose = (next: string | null) => {
    setVariant(next);
    setLanguage(next ?? base);
  };
  const undo = () => {
    const typed = draft;
    form.load(form.stored.value);
    toastUndo(common('undone'), () => form.load(typed));
  };
  const takeTheirs = () => {
    const mine = form.takeTheirs();
    toastUndo(common('stale.took'), () => form.load(mine));
  };
  const reset = (kind: Kind) => {
    const before = draft[kind];
    set({ [kind]: tidy(initial.defaults[kind]) });
    toastUndo(t('reset'), () => set({ [kind]: before }));
  };
  const removeVariant = (tag: string) => {
    const before = draft;
    form.load(withoutVariant(draft, tag));
    setAdded(added.filter((each) => each !== tag));
    choose(null);
    toastUndo(t('languages.removed', { language: nameOf(tag) }), () => form.load(before));
  };
  const noteOf = (kind: Kind) => {
    if (!schedule?.nextChange || kind === holding || draft.bot !== null) return null;
    return t('from', { moment: hours.moment(Date.parse(schedule.nextChange.at), now, schedule.timeZone) });
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ChannelHeader
        channel={channel}
        dirty={form.dirty}
        actions={
          mayWrite ? (
            <SaveActions dirty={form.dirty} busy={form.busy} onUndo={undo} onSave={() => void form.save()} />
          ) : null
        }
        aside={
          <LanguageMenu
            {...{ base, variants, mayWrite }}
            chosen={variant}
            onChoose={choose}
            onAdd={(tag) => {
              setAdded([...added, tag]);
              choose(tag);
            }}
            onRemove={removeVariant}
          />
        }
      />
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1 overflow-y-auto px-5 pt-3.5 pb-16 max-phone:px-4 max-phone:pb-28">
          <div className="mx-auto grid max-w-220 grid-cols-[minmax(0,1fr)] gap-3">
            {mayWrite ? null : <Notice tone="info">{t('readOnly')}</Notice>}
            {form.failure ? (
              <Notice tone={form.failure.issues.length > 0 ? 'wait' : 'stop'}>
                {form.failure.detail || common('failed')}
              </Notice>
            ) : null}
            {form.theirs ? (
              <StaleNotice
                author={form.theirs.author}
                theirs={lines(form.theirs.value)}
                mine={lines(draft)}
                busy={form.busy}
                onKeepMine={() => void form.keepMine()}
                onTakeTheirs={takeTheirs}
              />
            ) : null}
            <fieldset disabled={!mayWrite} className="contents">
              <BusinessHours
                chosen={draft.schedule}
                schedules={schedules}
                deletedName={known?.name ?? initial.deletedSchedule?.name ?? null}
                now={now}
                error={errorAt('schedule')}
                onChoose={(key) => set({ schedule: key })}
              />
              {KINDS.filter((kind) => kind === 'during' || schedule).map((kind) => (
                <ResponseSection
                  key={kind}
                  kind={kind}
                  response={draft[kind]}
                  variant={variant}
                  baseLanguage={nameOf(base)}
                  inUse={kind === holding && draft.bot === null}
                  note={noteOf(kind)}
                  disabledReason={draft.bot === null || !bot?.active ? null : t('bot.disables', { name: bot.name })}
                  isDefault={JSON.stringify(draft[kind]) === JSON.stringify(tidy(initial.defaults[kind]))}
                  mayWrite={mayWrite}
                  errorAt={errorAt}
                  onChange={(response) => set({ [kind]: tidy(response) })}
                  onReset={() => reset(kind)}
                  onStep={(next) => {
                    setShownKind(kind);
                    setStep(next);
                  }}
                />
              ))}
              <BotSection
                {...{ bots, candidate, mayWrite }}
                chosen={draft.bot}
                error={errorAt('bot')}
                onCandidate={setCandidateKey}
                onChoose={(key) => set({ bot: key })}
              />
            </fieldset>
          </div>
        </div>
        <ResponsesPreview
          channel={channel}
          brandName={brandName}
          responses={draft}
          bot={bot?.active ? bot : undefined}
          kind={schedule ? shownKind : 'during'}
          hasHours={schedule !== undefined}
          step={step}
          language={language}
          languages={[...new Set([base, ...variants, 'en', 'fr', language])]}
          onKind={setShownKind}
          onStep={setStep}
          onLanguage={setLanguage}
        />
      </div>
      {guard.dialog}
    </div>
  );
}

/** Milliseconds; the server's at first, so that both render the same. */
function useNow(start: number): number {
  const [now, setNow] = useState(start);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
