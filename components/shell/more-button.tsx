'use client';

import { type ReactNode, useState } from 'react';
import { later } from '@/components/ui/later';
import type { ShellData } from './shell-props';

const loadSheet = () => import('./more-sheet').then((module) => module.MoreSheet);
const MoreSheet = later(loadSheet);

/** The last of a phone's bar. The sheet is on its way from the first touch. */
export function MoreButton({ data, className, children }: { data: ShellData; className: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-haspopup="dialog"
        onPointerDown={loadSheet}
        onFocus={loadSheet}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open ? <MoreSheet data={data} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
