/** The workspace in one hand: list, conversation and details one after the other, in both languages. */
import { waitingCustomer } from '../fixtures/customer';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

const WORDS = {
  en: {
    ...{ accept: 'Accept', back: 'Back to the list', details: 'Details', reply: 'Reply to the customer', send: 'Send' },
    ...{
      suspend: 'Suspend customer…',
      note: 'Note',
      status: /My status/,
      end: 'End',
      ended: /This conversation ended/,
    },
    ...{ dismiss: 'Dismiss', close: 'Close', firings: 'Firings in this conversation', log: 'Messages', more: 'More' },
    ...{ transfer: 'Transfer…', transferTitle: 'Transfer the conversation', cancel: 'Cancel' },
  },
  fr: {
    ...{ accept: 'Accepter', back: 'Revenir à la liste', details: 'Détails', reply: 'Réponse au client' },
    ...{ send: 'Envoyer', suspend: 'Suspendre le client…', note: 'Note', status: /Mon statut/, end: 'Terminer' },
    ...{ ended: /Cette conversation s’est terminée/, dismiss: 'Masquer', close: 'Fermer', log: 'Messages' },
    ...{ firings: 'Exécutions dans cette conversation', more: 'Plus', transfer: 'Transférer…' },
    ...{ transferTitle: 'Transférer la conversation', cancel: 'Annuler' },
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ language, viewport: { width: 390, height: 844 }, hasTouch: true });

    test(`a lead answers on a phone (${language})`, async ({ page, api, signInAs }) => {
      const customer = await waitingCustomer(api, {
        name: 'Maximiliana Theodora Konstantinopolitanopoulou <img src=x onerror=alert(1)>',
        text: `Averylongwordwithoutanyspace${'x'.repeat(120)} https://example.org/${'a'.repeat(90)}`,
      });
      await signInAs('lead');
      await page.goto(customer.place);
      await expect(page.getByRole('link', { name: customer.name })).toBeVisible();
      await noHorizontalOverflow(page);
      await checkAccessibility(page);

      await page.getByRole('link', { name: customer.name }).tap();
      await expect(page.getByRole('log', { name: words.log })).toBeVisible();
      await noHorizontalOverflow(page);
      await checkAccessibility(page);
      await page.getByRole('button', { name: words.accept, exact: true }).tap();
      await expect(page.getByRole('button', { name: words.accept, exact: true })).toHaveCount(0);

      // On glass, Enter breaks the line; the button sends.
      const reply = page.getByRole('textbox', { name: words.reply });
      await reply.fill('Bonjour');
      await page.getByRole('button', { name: words.send, exact: true }).tap();
      await expect(page.getByRole('log').getByText('Bonjour')).toHaveCount(1);

      await page.getByRole('button', { name: words.details, exact: true }).tap();
      const sheet = page.getByRole('dialog');
      await expect(sheet.getByRole('heading', { name: words.firings })).toBeVisible();
      await expect(sheet.getByRole('button', { name: words.suspend })).toBeVisible();
      await checkAccessibility(page);
      await sheet.getByRole('button', { name: words.close }).tap();
      await expect(sheet).toHaveCount(0);

      await page.getByRole('button', { name: words.more, exact: true }).first().tap();
      await page.getByRole('menuitem', { name: words.transfer }).tap();
      await expect(page.getByRole('dialog', { name: words.transferTitle })).toBeVisible();
      await noHorizontalOverflow(page);
      await checkAccessibility(page);
      await page.getByRole('button', { name: words.cancel }).tap();

      await page.getByRole('button', { name: words.end, exact: true }).tap();
      await page.getByRole('button', { name: words.dismiss }).tap();
      await expect(page.getByText(words.ended)).toBeVisible();
      await page.getByRole('link', { name: words.back }).tap();
      await expect(page).toHaveURL(/\/workspace\?/);
      await expect(page.getByRole('link', { name: customer.name })).toHaveCount(0);
    });
  });
}
