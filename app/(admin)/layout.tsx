import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';
import { loadShellData } from './shell-data';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  return <Shell data={await loadShellData()}>{children}</Shell>;
}
