import { configure, render } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { messagesFor } from '@/lib/messages/catalogue';

// What is fetched on request comes late on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

/** Renders with the English catalogue and what jsdom lacks. For component tests only. */
export function renderWithWords(ui: ReactNode) {
  stubLayout();
  return render(
    <NextIntlClientProvider locale="en" messages={messagesFor('en')} timeZone="UTC" now={new Date()}>
      {ui}
    </NextIntlClientProvider>,
  );
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
