'use client';

import { useTranslations } from 'next-intl';
import { FailureIcon, MessageIcon, SuccessIcon } from '@/components/ui/icons';
import { PanelSection, SidePanel } from '@/components/ui/side-panel';
import { textFor } from '@/lib/engine/language';
import { textOfMessage } from '@/lib/engine/proactive/message';
import type { ChannelState } from './channel-state';
import type { MessageBody } from './message-form';
import { useStoppedWords } from './stopped-words';
import type { Preview } from './use-preview';
import { VisitFields } from './visit-fields';

interface PreviewPanelProps {
  id: string;
  body: MessageBody;
  channel: ChannelState | undefined;
  preview: Preview;
}

/** A visit that one types; below it what would happen and the message as the widget shows it. */
export function PreviewPanel({ id, body, channel, preview }: PreviewPanelProps) {
  const t = useTranslations('proactive.preview');
  return (
    <SidePanel title={t('title')} remember="proactive">
      <PanelSection>
        <VisitFields when={body.when} visit={preview.visit} set={preview.set} />
      </PanelSection>
      <PanelSection>
        <Outcome id={id} preview={preview} />
        <Page body={body} channel={channel} preview={preview} shown={preview.result?.winner === id} />
      </PanelSection>
    </SidePanel>
  );
}

function Outcome({ id, preview: { result, failed } }: { id: string; preview: Preview }) {
  const t = useTranslations('proactive.preview');
  const words = useStoppedWords();
  if (failed) return <p role="status">{t('incomplete')}</p>;
  if (!result) return <p role="status">{t('asking')}</p>;
  const shown = result.winner === id;
  const own = result.candidates.find((candidate) => candidate.id === id);
  const nameOf = (each: string) => result.candidates.find((candidate) => candidate.id === each)?.name ?? '';
  const winner = result.winner === null || shown ? null : nameOf(result.winner);
  return (
    <div role="status" className="grid gap-1.5">
      <p
        className={`flex items-start gap-2 rounded-sm px-2.5 py-2 font-medium ${shown ? 'bg-go-soft text-go-ink' : 'bg-surface-2 text-ink-2'}`}
      >
        {shown ? <SuccessIcon className="mt-0.5" /> : <FailureIcon className="mt-0.5" />}
        <span>{shown ? t('shown') : own?.stopped ? words(own.stopped, nameOf) : t('notShown')}</span>
      </p>
      {winner ? <p className="text-ink-2">{t('other', { name: winner })}</p> : null}
    </div>
  );
}

interface PageProps {
  body: MessageBody;
  channel: ChannelState | undefined;
  preview: Preview;
  shown: boolean;
}

/** A page of the site with the launcher, and the message beside it when it is shown. */
function Page({ body, channel, preview: { visit }, shown }: PageProps) {
  const t = useTranslations('proactive.preview');
  const { text, byLanguage } = textOfMessage(body.message);
  const said = textFor(visit.language, text, byLanguage);
  const colour = channel?.colour ?? 'var(--color-accent)';
  return (
    <div
      role="img"
      aria-label={shown ? t('picture', { text: said }) : t('emptyPicture')}
      className="relative mt-3 h-64 overflow-hidden rounded-md border border-line bg-[#fbfaf7] text-[#16181d] [color-scheme:light]"
    >
      <div className="flex h-7 items-center gap-2 bg-[#ecebe7] px-2.5 text-xs text-[#454954]">
        <span className="truncate">{visit.url.replace(/^https?:\/\//, '')}</span>
      </div>
      <div aria-hidden="true" className="grid gap-2 p-3">
        <span className="h-4 w-40 rounded-xs bg-[#eceae3]" />
        <span className="h-2.5 w-64 rounded-xs bg-[#eceae3]" />
        <span className="h-2.5 w-52 rounded-xs bg-[#eceae3]" />
      </div>
      {shown ? (
        <div className="absolute right-3 bottom-14 max-h-40 w-64 overflow-hidden rounded-lg bg-white px-3 py-2.5 text-sm whitespace-pre-wrap wrap-anywhere shadow-[0_0_0_1px_rgb(22_24_29/.08),0_8px_24px_-6px_rgb(22_24_29/.2)]">
          {said.trim() === '' ? <span className="text-[#6a6e79]">{t('noText')}</span> : said}
        </div>
      ) : null}
      <span
        aria-hidden="true"
        className="absolute right-3 bottom-3 grid size-9 place-items-center rounded-full text-white"
        style={{ backgroundColor: colour }}
      >
        <MessageIcon className="size-4" />
      </span>
    </div>
  );
}
