import type { PresenceState } from '@/components/ui/presence';
import type { Role } from '@/lib/contracts/value';
import type { Locale } from '@/lib/i18n/locale';

/** All that the shell needs to know of a session; plain data, made by shell-data.ts. */
export interface ShellData {
  account: { name: string };
  user: { id: string; name: string; email: string; role: Role; status: PresenceState };
  /** Conversations waiting for an agent; steps that failed and nobody looked at. */
  counts: { waiting: number; failed: number };
  locale: Locale;
}
