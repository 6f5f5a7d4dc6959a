/** The product's mark: a signal at go. */
export function SignalMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" className="shrink-0">
      <rect x="5" y=".5" width="10" height="15" rx="5" fill="var(--color-ink)" />
      <circle cx="10" cy="5.2" r="2.1" fill="var(--color-canvas)" opacity=".35" />
      <circle cx="10" cy="10.6" r="2.4" fill="var(--color-go)" />
      <path d="M10 15.5V20" stroke="var(--color-ink)" strokeWidth="2.4" />
    </svg>
  );
}
