'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useRef } from 'react';
import { EmojiButton } from '@/components/ui/emoji-button';
import { IconButton } from '@/components/ui/icon-button';
import { AttachIcon, CannedReplyIcon } from '@/components/ui/icons';
import { insertText } from '@/components/ui/insert-text';

interface ComposerToolsProps {
  /** Where what is chosen goes. */
  area: RefObject<HTMLTextAreaElement | null>;
  onFiles: (files: readonly File[]) => void;
}

/** Files, emoji, and the slash for those who point. */
export function ComposerTools({ area, onFiles }: ComposerToolsProps) {
  const t = useTranslations('workspace.composer');
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <IconButton label={t('attach')} size="sm" icon={<AttachIcon />} onClick={() => picker.current?.click()} />
      <EmojiButton onChoose={(emoji) => area.current && insertText(area.current, emoji)} />
      <IconButton
        label={t('canned')}
        shortcut="/"
        size="sm"
        icon={<CannedReplyIcon />}
        onClick={() => area.current && insertText(area.current, spaceBefore(area.current) ? '/' : ' /')}
      />
    </>
  );
}

function spaceBefore({ value, selectionStart }: HTMLTextAreaElement): boolean {
  return selectionStart === 0 || /\s/.test(value[selectionStart - 1] ?? '');
}
