import type { Connector } from '../connector';
import { AttemptFailed } from '../outcome';
import { ask } from './ask';
import { aiMessage, translatedMessage } from './message';

/** A language model behind any endpoint that speaks the protocol of OpenAI. */
export const ai: Connector = {
  kind: 'ai',
  async test(connection) {
    const question = { instructions: 'Answer with the word: ready', data: 'Are you ready?', maxTokens: 200 };
    const { text } = await ask(connection, question, new Date());
    if (text === '') throw new AttemptFailed('answer_empty');
    return [{ part: 'answer', ok: true, code: null, detail: text.slice(0, 200) }];
  },
  effects: { ai_message: aiMessage, send_translated_message: translatedMessage },
};
