import type { ReactNode } from 'react';

/** What identifies an object, label over value; in two columns on a phone. */
export function FactsRow({ items }: { items: readonly { id: string; label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-3 max-phone:grid max-phone:grid-cols-2 max-phone:gap-x-4">
      {items.map(({ id, label, value }) => (
        <div key={id} className="min-w-0">
          <dt className="text-xs text-ink-3">{label}</dt>
          <dd className="mt-0.5 font-medium break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
