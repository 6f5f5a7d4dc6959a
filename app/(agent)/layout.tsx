import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';
import { loadShellData } from '../(admin)/shell-data';

export default async function AgentLayout({ children }: { children: ReactNode }) {
  return (
    <Shell data={await loadShellData()} rail>
      {children}
    </Shell>
  );
}
