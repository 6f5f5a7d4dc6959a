/**
 * `widget-proactive.js`: loaded after the widget, where the channel has live messages. `widget.js` stands on the page
 * already and gives what this needs; the two are built together.
 */
import type { InteractionAnswer, ProactiveOffer } from '@/lib/contracts/widget-proactive';
import { proactive as en } from '@/lib/messages/en/widget.json';
import { proactive as fr } from '@/lib/messages/fr/widget.json';
import type { Hooks } from '../proactive-hooks';
import { openBubble } from './bubble';
import { newUuid } from './new-uuid';
import { type Running, run } from './run';

/** Runs the messages of the page that the widget stands on. */
export async function start(hooks: Hooks): Promise<void> {
  const { server, kept, state, language } = hooks;
  let running: Running | undefined;
  const words = { en, fr }[state().language];
  const show = openBubble(hooks, words, {
    answer: () => running?.answer(),
    dismiss: () => running?.dismiss(),
  });
  running = await run({
    ...{ kept, show, page: hooks.page, language },
    visible: () => !document.hidden,
    busy() {
      const { conversation, open } = state();
      return { open, inConversation: conversation !== null && conversation.phase !== 'ended' };
    },
    offer() {
      const query = new URLSearchParams({ channel: hooks.channel, lang: state().language });
      return server.call<ProactiveOffer>(`/proactive?${query}`);
    },
    async tell(message, interaction) {
      await hooks.ensure();
      return server.call<InteractionAnswer>(`/proactive/${message}/interactions`, interaction);
    },
    report: (visit, views) =>
      // Also while the page goes away.
      void server.call('/proactive/views', { channel: hooks.channel, visit, views }, true).catch(() => {}),
    newId: newUuid,
    open: hooks.answer,
    now: Date.now,
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  });
  const { changed, leave } = running;
  hooks.onRoute(() => changed('route'));
  hooks.on('open', () => changed('widget'));
  hooks.on('close', () => changed('widget'));
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => changed('visibility'));
}
