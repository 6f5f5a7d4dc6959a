'use client';

import { FailedPage, type FailedPageProps } from '@/components/ui/failed-page';

/** Inside the shell, which stays. */
export default function ErrorPage(props: FailedPageProps) {
  return (
    <div role="alert">
      <FailedPage {...props} />
    </div>
  );
}
