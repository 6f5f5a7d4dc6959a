'use client';

import { FailedPage, type FailedPageProps } from '@/components/ui/failed-page';

export default function ErrorPage(props: FailedPageProps) {
  return (
    <main className="min-h-dvh bg-surface" role="alert">
      <FailedPage {...props} />
    </main>
  );
}
