/** A language model's endpoint as OpenAI's documentation describes `POST /chat/completions`, with faults on demand. */
import type { ServerResponse } from 'node:http';
import { type LocalServer, startLocalServer } from './local-server';

export interface Asked {
  readonly authorization: string | undefined;
  readonly model: string;
  readonly system: string;
  readonly user: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What one call gets: a text, or something that goes wrong. */
export type AiAnswer =
  | string
  | { readonly text: string; readonly finish?: string; readonly tokens?: number }
  | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | 'hang up'
  | 'never';

export interface AiServer extends LocalServer {
  readonly asked: Asked[];
  /** Answers the next calls, in order; afterwards `usually`. */
  readonly next: AiAnswer[];
  usually: (asked: Asked) => AiAnswer;
}

export const AI_KEY = 'sk-test-0123456789abcdef';
export const AI_MODEL = 'small-model';

export async function startAiServer(port = 0): Promise<AiServer> {
  const asked: Asked[] = [];
  const next: AiAnswer[] = [];
  const waiting = new Set<ServerResponse>();
  const held = {
    asked,
    next,
    usually: ({ system }: Asked): AiAnswer =>
      system.includes('JSON object alone')
        ? '{"sentiment": "negative", "context": "delivery"}'
        : 'We are looking into it.',
  };
  const server = await startLocalServer(({ path, headers, body }, response) => {
    const refuse = (status: number, message: string, code: string | null = null) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code } }));
    if (path !== '/v1/chat/completions') return refuse(404, `Unknown address ${path}`);
    if (headers.authorization !== `Bearer ${AI_KEY}`)
      return refuse(401, 'Incorrect API key provided', 'invalid_api_key');
    const sent: { model: string; messages: { role: string; content: string }[] } = JSON.parse(body);
    if (sent.model !== AI_MODEL) return refuse(404, `The model ${sent.model} does not exist`, 'model_not_found');
    const textOf = (role: string) =>
      sent.messages.flatMap((each) => (each.role === role ? [each.content] : [])).join('\n');
    const call = {
      authorization: headers.authorization,
      model: sent.model,
      system: textOf('system'),
      user: textOf('user'),
      body: { ...sent },
    };
    asked.push(call);
    const answer = next.shift() ?? held.usually(call);
    if (answer === 'hang up') return response.destroy();
    if (answer === 'never') return void waiting.add(response);
    if (typeof answer === 'object' && 'status' in answer)
      return response
        .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
        .end(answer.body);
    const { text, finish = 'stop', tokens = 20 } = typeof answer === 'string' ? { text: answer } : answer;
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        ...{ id: 'chatcmpl-1', object: 'chat.completion', created: 1_790_000_000, model: AI_MODEL },
        choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: finish }],
        usage: { prompt_tokens: 100, completion_tokens: tokens, total_tokens: 100 + tokens },
      }),
    );
  }, port);
  return Object.assign(held, server);
}
