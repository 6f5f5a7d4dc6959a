/** @jsxImportSource @/lib/widget/dom */
/** Lucide icons (ISC licence), as path data of a 24 grid. */
const paths = {
  chat: 'M7.9 20A9 9 0 1 0 4 16.1L2 22Z',
  down: 'm6 9 6 6 6-6',
  up: 'm5 12 7-7 7 7M12 19V5',
  clip: 'm16 6-8.4 8.6a2 2 0 0 0 2.8 2.8l8.4-8.6a4 4 0 1 0-5.6-5.6l-8.4 8.5a6 6 0 1 0 8.5 8.5l8.4-8.5',
  close: 'M18 6 6 18M6 6l12 12',
  file: 'M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7ZM14 2v4a2 2 0 0 0 2 2h4',
  clock: 'M12 6v6l4 2M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0Z',
} as const;

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
