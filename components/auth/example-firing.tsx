import { MailIcon, PlayIcon, SplitIcon, ZapIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

const strong = (words: ReactNode) => <b className="font-medium text-ink">{words}</b>;

/** What a rule and its firing look like, told once to whoever signs in. */
export function ExampleFiring() {
  const t = useTranslations('auth.example');
  return (
    <aside
      aria-label={t('label')}
      className="hidden flex-col justify-center border-l border-line bg-canvas px-[72px] py-10 panel:flex"
    >
      <ol className="w-full max-w-[520px]">
        <Stop state="done" icon={<ZapIcon />} kind={t('when')} at="14:27:09">
          {t.rich('event', { b: strong })}
        </Stop>
        <Stop state="done" icon={<SplitIcon />} kind={t('if')} at={t('took')}>
          {t.rich('condition', { b: strong })}
        </Stop>
        <Stop state="now" icon={<PlayIcon />} kind={t('then')} at={t('until')}>
          {t.rich('action', { b: strong })}
        </Stop>
        <Stop state="todo" icon={<MailIcon />} kind={t('after')} at="">
          {t.rich('followUp', { b: strong })}
        </Stop>
      </ol>
      <p className="mt-11 max-w-[520px] border-t border-line pt-4 text-ink-2">{t('said')}</p>
    </aside>
  );
}

type StopProps = { state: 'done' | 'now' | 'todo'; icon: ReactNode; kind: string; at: string; children: ReactNode };

function Stop({ state, icon, kind, at, children }: StopProps) {
  return (
    <li className="group relative grid grid-cols-[32px_minmax(0,1fr)_max-content] gap-x-5 pb-8 last:pb-0">
      <span
        aria-hidden="true"
        className={`absolute top-8 bottom-0 left-[15px] w-0.5 group-last:hidden ${LINES[state]}`}
      />
      <span className={`grid size-8 place-items-center rounded-full [&>svg]:size-4 ${NODES[state]}`}>{icon}</span>
      <span className={`text-sm leading-8 ${state === 'todo' ? 'text-ink-3' : 'font-semibold'}`}>{kind}</span>
      <span className="text-xs leading-8 text-ink-3 tabular-nums">{at}</span>
      <span className="col-start-2 -col-end-1 text-base text-ink-2">{children}</span>
    </li>
  );
}

const LINES = { done: 'bg-go', now: 'bg-line-2', todo: 'bg-line-2' } as const;

const NODES = {
  done: 'bg-go text-surface',
  now: 'bg-wait-soft text-wait-ink ring-[1.5px] ring-wait',
  todo: 'border-[1.5px] border-line-2 bg-canvas text-ink-3',
} as const;
