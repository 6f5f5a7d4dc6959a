/** A firing that waits: its countdown, *Continue now*, and *Cancel the rest*. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { ask, storeTrigger, textsIn } from '../fixtures/trigger';

const words = {
  en: {
    steps: 'What it did',
    left: /^(5\d:\d\d|60:00|1:00:00) left$/,
    stopsIf: /^Stops here if: .*agent/,
    goOn: 'Continue now',
    wentOn: 'The rule went on',
    cancel: 'Cancel the rest…',
    title: (rule: string) => `Cancel the rest of “${rule}”?`,
    one: 'One action will not happen.',
    keep: 'Keep waiting',
    verb: 'Cancel the rest',
    cancelled: 'The rest was cancelled',
    byHand: 'Somebody in the team cancelled it',
    waiting: 'Waiting',
    done: 'Done',
  },
  fr: {
    steps: 'Ce qu’elle a fait',
    left: /^encore (5\d:\d\d|60:00|1:00:00)$/,
    stopsIf: /^S’arrête ici si.*agent/,
    goOn: 'Continuer maintenant',
    wentOn: 'La règle a continué',
    cancel: 'Annuler la suite…',
    title: (rule: string) => `Annuler la suite de « ${rule} » ?`,
    one: 'Une action n’aura pas lieu.',
    keep: 'Laisser attendre',
    verb: 'Annuler la suite',
    cancelled: 'La suite est annulée',
    byHand: 'Quelqu’un de l’équipe l’a annulée',
    waiting: 'En attente',
    done: 'Terminée',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('a wait goes on at once, and another one is called off', async ({ page, api, signInAs }) => {
      const mark = randomUUID().slice(0, 8);
      const customer = `Waits ${mark}`;
      const rule = await storeTrigger(api, {
        ...{ name: `Later ${mark}`, customer },
        do: [
          { action: 'wait', seconds: 3_600, unless: ['agent_replied'] },
          { action: 'send_message', sender: 'Shop', text: `Still here, ${mark}` },
        ],
      });
      const [hurried, dropped] = [await ask(api, customer), await ask(api, customer)];
      await signInAs('lead');

      // Opened in the list: the row itself counts down, and the wait can be ended there.
      await page.goto(`/log?search=${hurried.conversation}`);
      const row = page.getByRole('row').filter({ hasText: rule.name });
      await expect(row).toContainText(say.waiting);
      await expect(row.getByRole('timer')).toHaveText(say.left);
      await row.getByRole('button', { name: new RegExp(rule.name) }).click();
      const steps = page.getByRole('list', { name: say.steps });
      await expect(steps.getByRole('timer')).toHaveText(say.left);
      await expect(steps.getByText(say.stopsIf)).toBeVisible();
      await checkAccessibility(page);
      expect(await textsIn(api, hurried.conversation, mark)).toEqual([]);
      await steps.getByRole('button', { name: say.goOn }).click();
      await expect(page.getByText(say.wentOn)).toBeVisible();
      await expect(row).toContainText(say.done);
      await expect(steps.getByRole('button', { name: say.goOn })).toHaveCount(0);
      expect(await textsIn(api, hurried.conversation, mark)).toEqual([`Still here, ${mark}`]);

      // On its page: cancelling says what will not happen, and the safe answer changes nothing.
      await page.goto(`/log/${dropped.firingOf(rule)}`);
      await steps.getByRole('button', { name: say.cancel }).click();
      const dialog = page.getByRole('alertdialog', { name: say.title(rule.name) });
      await expect(dialog).toContainText(say.one);
      await checkAccessibility(page);
      await dialog.getByRole('button', { name: say.keep }).click();
      await expect(dialog).toHaveCount(0);
      await expect(steps.getByRole('timer')).toHaveText(say.left);
      await steps.getByRole('button', { name: say.cancel }).click();
      await dialog.getByRole('button', { name: say.verb }).click();
      await expect(page.getByText(say.cancelled)).toBeVisible();
      await expect(steps.getByRole('timer')).toHaveCount(0);
      await expect(steps.getByText(say.byHand).first()).toBeVisible();
      expect(await textsIn(api, dropped.conversation, mark)).toEqual([]);
      await checkAccessibility(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await noHorizontalOverflow(page);
    });
  });
}

test('who may not change rules sees the wait and cannot end it', async ({ page, api, signInAs }) => {
  const mark = randomUUID().slice(0, 8);
  const customer = `Looked at ${mark}`;
  const rule = await storeTrigger(api, {
    ...{ name: `Seen ${mark}`, customer },
    do: [
      { action: 'wait', seconds: 3_600 },
      { action: 'set_triggered', value: true },
    ],
  });
  const { firingOf } = await ask(api, customer);
  const firing = firingOf(rule);
  await signInAs('agent');
  await page.goto(`/log/${firing}`);
  await expect(page.getByRole('list', { name: 'What it did' }).getByRole('timer')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue now' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Cancel the rest/ })).toHaveCount(0);
  const answer = await page.request.post(`/api/v1/firings/${firing}/cancel`, {
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(403);
});
