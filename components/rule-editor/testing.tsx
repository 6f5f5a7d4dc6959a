import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { renderWithWords } from '@/components/ui/testing';

type Answer = { status?: number; body: unknown };

/** Renders with words and queries; `answer` stands in for the server. For component tests only. */
export function renderPage(
  page: ReactNode,
  answer: (url: string, init: RequestInit | undefined) => Answer,
  { phone = false } = {},
) {
  const calls: { url: string; method: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    calls.push({ url, method: init?.method ?? 'GET', body });
    const { status = 200, body: told } = answer(url, init);
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(JSON.stringify(told), { status, headers: { 'content-type': type } });
  });
  vi.stubGlobal('matchMedia', () => ({ matches: phone, addEventListener: () => {}, removeEventListener: () => {} }));
  Element.prototype.setPointerCapture = () => {};
  Element.prototype.releasePointerCapture = () => {};
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 15_000 } } });
  renderWithWords(<QueryClientProvider client={client}>{page}</QueryClientProvider>);
  return calls;
}
