import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button-link';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Change } from '@/lib/contracts/change';

export interface ChangeListProps {
  changes: readonly Change[];
  /** Address of the newest, on a page of older ones. */
  newest: string | null;
  /** Address of what is older, if there is more. */
  older: string | null;
}

/** Who changed what, newest first; the difference opens in place. */
export async function ChangeList({ changes, newest, older }: ChangeListProps) {
  const t = await getTranslations('settings.history');
  return (
    <div className="max-w-[1100px] p-5">
      <ul className="divide-y divide-line rounded-md border border-line">
        {changes.map((change) => (
          <li key={change.id} className="px-3.5 py-2">
            <div className="flex items-baseline gap-x-3">
              <p className="min-w-0 flex-1 break-words">
                <span className="font-medium">{change.actor.name}</span>{' '}
                <span className="text-ink-3">
                  {wordOf(t, 'verb', change.verb)} {wordOf(t, 'kind', change.kind)}
                </span>{' '}
                {change.subject.name}
              </p>
              <span className="shrink-0 text-xs text-ink-3">
                <RelativeTime at={change.at} />
              </span>
            </div>
            {change.before || change.after ? (
              <details className="mt-0.5">
                <summary className="cursor-pointer text-xs text-ink-2">{t('details')}</summary>
                <div className="mt-1 grid gap-2 min-[800px]:grid-cols-2">
                  <Side title={t('before')} value={change.before} />
                  <Side title={t('after')} value={change.after} />
                </div>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex gap-2">
        {newest ? <ButtonLink href={newest}>{t('newest')}</ButtonLink> : null}
        {older ? <ButtonLink href={older}>{t('older')}</ButtonLink> : null}
      </div>
    </div>
  );
}

type Translator = Awaited<ReturnType<typeof getTranslations<'settings.history'>>>;

/** The word of a verb or kind; a new one without a word shows its id. */
function wordOf(t: Translator, group: 'verb' | 'kind', id: string): string {
  const key = `${group}.${id}` as 'verb.created';
  return t.has(key) ? t(key) : id.replaceAll('_', ' ');
}

function Side({ title, value }: { title: string; value: unknown }) {
  if (value === null || value === undefined) return null;
  return (
    <div className="min-w-0">
      <div className="text-xs text-ink-3">{title}</div>
      <pre className="rounded-sm bg-surface-2 px-3 py-2 font-mono text-2xs break-words whitespace-pre-wrap">
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
