import { render } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { messagesFor } from '@/lib/messages/catalogue';
import { TooltipProvider } from './tooltip';

/** Renders with the English catalogue and what jsdom lacks. For component tests only. */
export function renderWithWords(ui: ReactNode) {
  stubLayout();
  return render(
    <NextIntlClientProvider locale="en" messages={messagesFor('en')} timeZone="UTC" now={new Date()}>
      <TooltipProvider>{ui}</TooltipProvider>
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
