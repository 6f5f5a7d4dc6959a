'use client';

import * as Popover from '@radix-ui/react-popover';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { IconButton, type IconButtonProps } from './icon-button';
import { EmojiIcon } from './icons';
import { later } from './later';

const EmojiList = later(() => import('./emoji-list').then((module) => module.EmojiList));

export interface EmojiButtonProps {
  onChoose: (emoji: string) => void;
  size?: IconButtonProps['size'];
}

/** Opens the list of emoji; after a choice the focus goes where `onChoose` puts it. */
export function EmojiButton({ onChoose, size = 'sm' }: EmojiButtonProps) {
  const t = useTranslations('ui.emoji');
  const [open, setOpen] = useState(false);
  const chosen = useRef(false);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        chosen.current = false;
        setOpen(next);
      }}
    >
      <Popover.Trigger asChild>
        <IconButton label={t('insert')} size={size} icon={<EmojiIcon />} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('insert')}
          onCloseAutoFocus={(event) => chosen.current && event.preventDefault()}
          className="z-40 min-h-80 animate-appear overflow-hidden rounded-md bg-raised shadow-menu"
        >
          <EmojiList
            onChoose={(emoji) => {
              chosen.current = true;
              setOpen(false);
              onChoose(emoji);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
