'use client';

import type { ReactNode } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { openLayer } from './layers';
import { useModKey } from './use-mod-key';

/** Opens ⌘K by pointer. */
export function SearchButton({ icon, label }: { icon: ReactNode; label: string }) {
  const mod = useModKey();
  return (
    <button
      type="button"
      onClick={() => openLayer('palette')}
      aria-keyshortcuts="Meta+K Control+K"
      className="mb-2 flex h-7 shrink-0 items-center gap-1.5 rounded-sm border border-line-2 bg-surface px-2 text-ink-3 shadow-control hover:border-edge in-rail:h-[34px] in-rail:w-9 in-rail:justify-center in-rail:border-0 in-rail:bg-transparent in-rail:px-0 in-rail:shadow-none in-rail:hover:bg-surface-3"
    >
      {icon}
      <span className="in-rail:sr-only">{label}</span>
      <Kbd className="ml-auto in-rail:hidden">{mod}K</Kbd>
    </button>
  );
}
