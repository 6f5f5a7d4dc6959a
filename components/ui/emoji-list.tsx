'use client';

import { type EmojiData, EmojiPicker } from 'frimousse';
import { useLocale, useTranslations } from 'next-intl';
import { Spinner } from './spinner';

/** Emoji to search and choose from, with their names in the reader's language. Fetched when first opened. */
export function EmojiList({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations('ui.emoji');
  const locale = useLocale();
  return (
    <EmojiPicker.Root
      locale={locale}
      columns={9}
      resolveEmojiData={readEmoji}
      onEmojiSelect={({ emoji }) => onChoose(emoji)}
      className="flex h-80 w-81 flex-col"
    >
      <EmojiPicker.Search
        autoFocus
        data-bare=""
        aria-label={t('search')}
        placeholder={t('search')}
        className="h-9 shrink-0 border-b border-line bg-transparent px-3 outline-none max-phone:h-12 max-phone:text-lg"
      />
      <EmojiPicker.Viewport className="min-h-0 flex-1 outline-none">
        <EmojiPicker.Loading className="grid h-full place-items-center text-ink-3">
          <Spinner />
        </EmojiPicker.Loading>
        <EmojiPicker.Empty className="block px-3 py-3 text-ink-3">{t('empty')}</EmojiPicker.Empty>
        <EmojiPicker.List className="px-1 pb-1 select-none" components={{ CategoryHeader, Emoji }} />
      </EmojiPicker.Viewport>
    </EmojiPicker.Root>
  );
}

type Parts = NonNullable<Parameters<typeof EmojiPicker.List>[0]['components']>;

const CategoryHeader: Parts['CategoryHeader'] = ({ category, ...rest }) => (
  <div {...rest} className="bg-raised px-2 py-1.5 text-xs text-ink-3">
    {category.label}
  </div>
);

const Emoji: Parts['Emoji'] = ({ emoji, ...rest }) => (
  <button
    {...rest}
    type="button"
    className={`grid size-8.75 place-items-center rounded-sm text-[19px] ${emoji.isActive ? 'bg-surface-3' : ''}`}
  >
    {emoji.emoji}
  </button>
);

/** What `public/emoji/<language>.json` holds; rows are emoji, name, category, search words. */
interface StoredEmoji {
  categories: string[];
  emojis: [emoji: string, name: string, category: number, words: string][];
}

async function readEmoji(locale: string, { signal }: { signal?: AbortSignal }): Promise<EmojiData> {
  const answer = await fetch(`/emoji/${locale}.json`, { signal });
  if (!answer.ok) throw new Error(`Emoji could not be read: ${answer.status}`);
  // A file of our own, made with the shape above.
  const { categories, emojis } = (await answer.json()) as StoredEmoji;
  return {
    locale,
    skinTones: NO_TONES,
    categories: categories.map((label, index) => ({ index, label })),
    emojis: emojis.map(([emoji, label, category, words]) => ({
      ...{ emoji, label, category, version: 1 },
      tags: words.split(' '),
    })),
  };
}

const NO_TONES = { light: '', 'medium-light': '', medium: '', 'medium-dark': '', dark: '' };
