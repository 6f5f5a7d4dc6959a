/** Every page in both languages: axe in both themes, nothing wider than a phone, and none of our own words cut off. */
import { checkAccessibility, expect, noHorizontalOverflow, noTextCut, test } from '../fixtures/test';

// No test touches what another sees.
test.describe.configure({ mode: 'parallel' });

const PAGES = [
  '/',
  '/triggers',
  '/triggers/new',
  '/log',
  '/log/events',
  '/conversations',
  '/account',
  '/people',
  '/people/suspended',
  '/bots',
  '/bots/new',
  '/schedules',
  '/schedules/new',
  '/team',
  '/team/groups',
  '/team/waits',
  '/channels',
  '/channels/web',
  '/channels/web/installation',
  '/channels/web/responses',
  '/channels/web/authentication',
  '/channels/api/connect',
  '/proactive',
  '/proactive/views',
  '/workflows',
  '/workflows/new',
  '/settings',
  '/settings/brands',
  '/settings/statuses',
  '/settings/inboxes',
  '/settings/integrations',
  '/settings/history',
  '/tickets',
  '/workspace',
  '/workspace/replies',
  '/developers',
  '/developers/events',
  '/developers/webhooks',
  '/developers/mails',
  '/developers/reference',
];

for (const language of ['en', 'fr'] as const) {
  test.describe(language, () => {
    test.use({ language });

    for (const path of PAGES) {
      test(`${path} can be read by everybody, and fits a phone`, async ({ page, signInAs }) => {
        const failures: string[] = [];
        page.on('pageerror', (error) => failures.push(error.message));
        await signInAs('admin');
        const answer = await page.goto(path);
        expect(answer?.status()).toBe(200);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await checkAccessibility(page);
        await noTextCut(page);
        await page.setViewportSize({ width: 390, height: 844 });
        await noHorizontalOverflow(page);
        await noTextCut(page);
        await checkAccessibility(page);
        expect(failures).toEqual([]);
      });
    }
  });
}
