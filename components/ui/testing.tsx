import { configure, render } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { messagesFor } from '@/lib/messages/catalogue';

// What is fetched on request comes late on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

/** Leads nowhere: a test that follows links puts its own in the place of `next/navigation`. */
const router = {
  back() {},
  forward() {},
  refresh() {},
  hmrRefresh() {},
  push() {},
  replace() {},
  prefetch() {},
  experimental_gesturePush() {},
  bfcacheId: '',
};

/** Renders with the English catalogue, a router and what jsdom lacks. For component tests only. */
export function renderWithWords(ui: ReactNode) {
  stubLayout();
  const now = new Date();
  return render(ui, {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale="en" messages={messagesFor('en')} timeZone="UTC" now={now}>
        <AppRouterContext value={router}>{children}</AppRouterContext>
      </NextIntlClientProvider>
    ),
  });
}

function stubLayout() {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => {};
  Element.prototype.hasPointerCapture = () => false;
}
