import type { ReactNode } from 'react';

/** Labels and values in two columns. */
export function KeyValues({ items }: { items: readonly { id: string; label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5">
      {items.map((item) => (
        <div key={item.id} className="contents">
          <dt className="text-ink-3">{item.label}</dt>
          <dd className="min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
