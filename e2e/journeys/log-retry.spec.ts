/** What failed stands in the log with its reason, and is tried again from there. */
import { randomUUID } from 'node:crypto';
import { AI_KEY, AI_MODEL, startAiServer } from '../../lib/runtime/testing/ai-server';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, test } from '../fixtures/test';

const words = {
  en: {
    failed: 'Failed',
    reason: 'The provider refused the request',
    retry: 'Retry',
    retried: 'Tried again',
    done: 'Done',
    failures: 'Latest failures',
    steps: 'What it did',
    none: 'Nothing has failed in the last 14 days.',
  },
  fr: {
    failed: 'Échouée',
    reason: 'Le fournisseur a refusé la requête',
    retry: 'Réessayer',
    retried: 'Nouvel essai lancé',
    done: 'Terminée',
    failures: 'Derniers échecs',
    steps: 'Ce qu’elle a fait',
    none: 'Rien n’a échoué ces 14 derniers jours.',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('a failed step says why and is retried, in the list and from home', async ({ page, ownServer, apiOf }) => {
      test.slow();
      const model = await startAiServer();
      try {
        const { url } = await ownServer({ env: { SIGNALBOX_ALLOW_PRIVATE_ADDRESSES: '1' } });
        await page.context().addCookies([{ name: 'signalbox-locale', value: language, url }]);
        const api = await apiOf(url);
        const mark = randomUUID().slice(0, 8);
        const connected = await api.post('/api/v1/integrations', {
          data: {
            ...{ kind: 'ai', name: 'Model' },
            settings: { address: `${model.url}/v1`, model: AI_MODEL },
            secrets: { key: AI_KEY },
          },
        });
        expect(connected.ok(), await connected.text()).toBe(true);
        const workflow = {
          ...{ name: `Drafts ${mark}`, active: true },
          when: { all: [{ field: 'message_contains', operator: 'is', value: [mark] }] },
          do: [{ action: 'ai_message', instruction: 'Answer kindly.', review: true }],
        };
        const created = await api.post('/api/v1/workflows', { data: workflow });
        expect(created.status(), await created.text()).toBe(201);
        const refusal = { status: 400, body: JSON.stringify({ error: { message: 'No such thing' } }) };
        const write = async (id: string) => {
          model.next.push(refusal);
          const about = { conversation: { id }, customer: { id: `u-${id}`, name: `Cat ${mark}` } };
          const message = { id: `m-${id}`, text: `Where is it? ${mark}`, sender: { type: 'customer' } };
          const occurredAt = new Date().toISOString();
          const events = [
            { ...about, occurredAt, id: `e-1-${id}`, type: 'ticket_created', ticket: {} },
            { ...about, occurredAt, id: `e-2-${id}`, type: 'message_sent', message },
          ];
          expect((await api.post('/api/v1/events', { data: { events } })).ok()).toBe(true);
          await expect
            .poll(async () => {
              const { items } = await (await api.get(`/api/v1/firings?conversation=${id}`)).json();
              const own = items.filter(({ rule }: { rule: { name: string } }) => rule.name === workflow.name);
              return own.map(({ outcome }: { outcome: string }) => outcome);
            })
            .toEqual(['failed']);
        };
        await write(`c-1-${mark}`);
        await signIn(page, url, 'lead');

        await page.goto(`${url}/log?outcome=failed&search=${mark}`);
        const row = page.getByRole('row').filter({ hasText: workflow.name });
        await expect(row).toContainText(say.failed);
        await expect(row).toContainText(say.reason);
        await row.getByRole('button', { name: new RegExp(workflow.name) }).click();
        const steps = page.getByRole('list', { name: say.steps });
        await expect(steps.getByText(say.reason)).toBeVisible();
        await expect(steps.getByText('No such thing')).toBeVisible();
        await checkAccessibility(page);
        await steps.getByRole('button', { name: say.retry }).click();
        await expect(page.getByText(say.retried)).toBeVisible();
        await page.goto(`${url}/log?search=${mark}`);
        await expect(row).toContainText(say.done, { timeout: 20_000 });

        // From home, where failures stand first.
        await write(`c-2-${mark}`);
        await page.goto(url);
        const failures = page.locator('section').filter({ has: page.getByRole('heading', { name: say.failures }) });
        await expect(failures.getByRole('link', { name: workflow.name })).toBeVisible();
        await checkAccessibility(page);
        await failures.getByRole('button', { name: say.retry }).click();
        await expect(page.getByText(say.retried)).toBeVisible();
        await expect(failures.getByText(say.none)).toBeVisible({ timeout: 20_000 });
      } finally {
        await model.close();
      }
    });
  });
}
