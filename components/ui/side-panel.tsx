'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button';
import { IconButton } from './icon-button';
import { CloseIcon, PanelIcon } from './icons';
import { Sheet } from './sheet';
import { useMediaQuery } from './use-media-query';

export interface SidePanelProps {
  title: string;
  /** Key under which being open is remembered in this browser. */
  remember: string;
  /** 344 to 420 px. */
  width?: number;
  /** In the panel's head, before the closing button. */
  actions?: ReactNode;
  /** Shown at first whatever is remembered: somebody has just asked for it. */
  startOpen?: boolean;
  children: ReactNode;
}

/** Column at the right of an editor: closes and remembers. Below 1,100 px it is a sheet behind a button. */
export function SidePanel({ title, remember, width = 384, actions, startOpen = false, children }: SidePanelProps) {
  const t = useTranslations('ui');
  const [open, setOpen] = useState(true);
  const [sheet, setSheet] = useState(startOpen);
  const narrow = useMediaQuery('(width < 1100px)');
  useEffect(() => {
    if (!startOpen) setOpen(localStorage.getItem(storageKey(remember)) !== 'closed');
  }, [remember, startOpen]);
  const change = (next: boolean) => {
    setOpen(next);
    localStorage.setItem(storageKey(remember), next ? 'open' : 'closed');
  };
  if (narrow) {
    return (
      <>
        <Button
          className="fixed! right-4 bottom-4 z-10 shadow-menu! max-phone:bottom-18"
          icon={<PanelIcon />}
          onClick={() => setSheet(true)}
        >
          {title}
        </Button>
        <Sheet open={sheet} onOpenChange={setSheet} title={title} width={width}>
          {children}
        </Sheet>
      </>
    );
  }
  if (!open) {
    return (
      <div className="w-12 shrink-0 border-l border-line bg-canvas p-2">
        <IconButton
          label={t('openPanel', { name: title })}
          tooltipSide="left"
          icon={<PanelIcon />}
          onClick={() => change(true)}
        />
      </div>
    );
  }
  return (
    <aside aria-label={title} style={{ width }} className="flex shrink-0 flex-col border-l border-line bg-canvas">
      <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 font-semibold">{title}</h2>
        {actions}
        <IconButton
          label={t('closePanel', { name: title })}
          size="sm"
          icon={<CloseIcon className="size-3.5" />}
          onClick={() => change(false)}
        />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </aside>
  );
}

/** A part of a side panel, under a line of its own. */
export function PanelSection({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-3 last:border-b-0">
      {title ? <h3 className="mb-2 text-xs font-semibold">{title}</h3> : null}
      {children}
    </section>
  );
}

function storageKey(remember: string): string {
  return `signalbox:panel:${remember}`;
}
