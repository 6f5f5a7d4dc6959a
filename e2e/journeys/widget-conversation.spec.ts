/** The main job from the customer's end: a question in the shop, First Reply, an agent, the end, and anew. */
import { randomUUID } from 'node:crypto';
import { agentFor } from '../fixtures/agent';
import { expect, test } from '../fixtures/test';
import { widgetOn } from '../fixtures/widget';

const words = {
  en: {
    greeting: 'Hello! How can we help you?',
    first: 'Thank you for writing to us. One of our agents will be with you shortly.',
    waiting: /^(Someone will be with you soon|Your place in the queue|Estimated wait)/,
    joined: 'Ada Admin has joined',
    talking: 'You are talking to Ada Admin',
    ended: 'This conversation has ended',
    anew: 'Start a new conversation',
    sent: /^Sent/,
    unread: 'Open chat, 1 new',
  },
  fr: {
    greeting: 'Bonjour ! Comment pouvons-nous vous aider ?',
    first: 'Merci de nous avoir écrit. Un de nos agents sera bientôt à vous.',
    waiting: /^(Quelqu’un arrive bientôt|Votre place dans la file|Attente estimée)/,
    joined: 'Ada Admin a rejoint la discussion',
    talking: 'Vous discutez avec Ada Admin',
    ended: 'Cette conversation est terminée',
    anew: 'Commencer une nouvelle conversation',
    sent: /^Envoyé à/,
    unread: 'Ouvrir la discussion, 1 non lus',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('a customer asks in the shop, hears First Reply, talks to an agent, and begins anew', async ({
      page,
      site,
      api,
    }) => {
      const question = `Is the Vinter 3 in stock? ${randomUUID()}`;
      await page.goto(`${site.url}/demo`);
      const widget = widgetOn(page, language);
      await widget.open();
      await expect(widget.message(say.greeting)).toBeVisible();
      await widget.write(question);
      await expect(widget.message(question)).toBeVisible();
      await expect(widget.panel.getByText(say.sent)).toBeVisible();
      await expect(widget.log.getByText(say.waiting)).toBeVisible();
      // The wait of First Reply is five seconds; its English text is the demo's.
      await expect(widget.message(words.en.first)).toBeVisible({ timeout: 20_000 });

      const agent = await agentFor(api, question);
      await agent.accept();
      await expect(widget.panel.getByText(say.talking)).toBeVisible();
      await expect(widget.log.getByText(say.joined)).toBeVisible();
      await agent.reply('Yes, in 54 and 56. <b>Which one?</b> See https://example.org/vinter.');
      const reply = widget.panel.locator('.text', { hasText: 'in 54 and 56' });
      await expect(reply).toContainText('<b>Which one?</b>');
      await expect(reply.getByRole('link')).toHaveAttribute('href', 'https://example.org/vinter');

      // Closed, the launcher counts what comes, and it has been read once the panel is open.
      await page.keyboard.press('Escape');
      await expect(widget.panel).toBeHidden();
      await expect(widget.launcher).toBeFocused();
      await agent.reply('We hold it for you.');
      await expect(page.getByRole('button', { name: say.unread })).toBeVisible();
      await widget.open();
      await expect(widget.message('We hold it for you.')).toBeVisible();
      await page.reload();
      await expect(widget.message('We hold it for you.')).toBeVisible();

      await agent.end();
      await expect(widget.log.getByText(say.ended)).toBeVisible();
      await widget.panel.getByRole('button', { name: say.anew }).click();
      await expect(widget.message(say.greeting)).toBeVisible();
      await expect(widget.message(question)).toBeHidden();
      await widget.write(`And the Grus? ${question}`);
      await expect(widget.message(`And the Grus? ${question}`)).toBeVisible();
      const next = await agentFor(api, `And the Grus? ${question}`);
      expect(next.key).not.toBe(agent.key);
      expect(await agent.texts()).not.toContain(`customer: And the Grus? ${question}`);
    });
  });
}
