import type { ReactNode } from 'react';
import { ChevronRightIcon } from '@/components/ui/icons';

export interface JsonCardProps {
  title: ReactNode;
  note?: ReactNode;
  /** At the right: its size. */
  end?: ReactNode;
  value: unknown;
}

/** A document as it is, closed until asked for. */
export function JsonCard({ title, note, end, value }: JsonCardProps) {
  return (
    <details className="group rounded-md border border-line bg-surface">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-4 py-1.5 [&::-webkit-details-marker]:hidden">
        <ChevronRightIcon className="size-3.5 shrink-0 text-ink-3 transition-transform duration-base group-open:rotate-90" />
        <span className="font-semibold">{title}</span>
        {note ? <span className="min-w-0 truncate text-ink-3">{note}</span> : null}
        {end ? <span className="ml-auto shrink-0 text-xs text-ink-3">{end}</span> : null}
      </summary>
      {/* Reachable by keyboard, since it scrolls. */}
      <section
        aria-label={typeof title === 'string' ? title : undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-120 overflow-auto border-t border-line px-4 py-3 font-mono text-xs/5 whitespace-pre"
      >
        {JSON.stringify(value, null, 2)}
      </section>
    </details>
  );
}

/** The size of a document as it is sent, e.g. "1.1 KB". */
export function sizeOf(value: unknown, number: (value: number) => string): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  return bytes < 1_000 ? `${number(bytes)} B` : `${number(Math.round(bytes / 100) / 10)} KB`;
}
