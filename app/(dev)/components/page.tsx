import { notFound } from 'next/navigation';
import { Shell } from '@/components/shell/shell';
import { StylePage } from './style-page';

/** Every primitive in its states, for looking at; not part of a production build's site. */
export default async function ComponentsPage() {
  if (process.env.NODE_ENV === 'production') notFound();
  return (
    <Shell
      data={{
        account: { name: 'Halden Bikes' },
        user: { id: 'u2', name: 'Maya Okafor', email: 'maya.okafor@halden.example', role: 'admin', status: 'online' },
        counts: { waiting: 7, failed: 3 },
        locale: 'en',
      }}
    >
      <StylePage />
    </Shell>
  );
}
