import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderWithWords } from '@/components/ui/testing';
import type { Mail } from '@/lib/contracts/mail';
import { MailView } from './mail-view';

afterEach(cleanup);

const mail: Mail = {
  ...{ id: 'm', state: 'caught', to: ['zoe@example.org'], from: 'support@shop.example', subject: 'Re: Order' },
  ...{ conversation: 'c-1', at: '2026-11-12T14:26:00.000Z', text: 'On its way', problem: null },
  html: '<p>On its way</p><script>parent.hurt()</script>',
  headers: { 'Message-ID': '<a@shop.example>' },
  files: [{ name: 'bill.pdf', type: 'application/pdf', size: 10 }],
};

test('a caught mail says that it was not sent, and shows its HTML where no script runs', () => {
  renderWithWords(<MailView mail={mail} connected={false} />);
  screen.getByText(/was caught and not sent/);
  expect(screen.getByRole('link', { name: 'Connect a mailbox' }).getAttribute('href')).toBe('/settings/integrations');
  expect(screen.getByRole('link', { name: 'c-1' }).getAttribute('href')).toBe('/conversations/c-1');
  screen.getByText('bill.pdf');
  const frame = screen.getByTitle('The mail as HTML');
  expect(frame.getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox');
  expect(frame.getAttribute('srcdoc')).toContain("default-src 'none'");
});

test('a failed mail says why, without headers that it never had', () => {
  const problem = { code: 'timed_out', detail: null };
  renderWithWords(
    <MailView mail={{ ...mail, state: 'failed', from: null, html: null, headers: {}, problem }} connected />,
  );
  expect(screen.getByRole('alert').textContent).toBe(
    'The e-mail to zoe@example.org was not sent: The server took too long to answer',
  );
  expect(screen.queryByText('Headers')).toBeNull();
  expect(screen.queryByTitle('The mail as HTML')).toBeNull();
});
