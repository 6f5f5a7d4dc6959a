/** Customers and agents as the server knows them: over HTTP alone, each with a stream of its own. */
import { encode } from 'next-auth/jwt';
import type { WidgetEvent, WidgetSession } from '@/lib/contracts/widget';
import type { WorkspaceEvent } from '@/lib/contracts/workspace';
import { openSource, type Source } from './event-source';

/** Told with the text of every message that a stream brings. */
export type Heard = (listener: string, text: string) => void;

/** A browser with an open widget on the shop's page. */
export class Customer {
  readonly #server: string;
  readonly #token: string;
  #count = 0;
  /** Uuid, once it has written. */
  conversation = '';

  private constructor(server: string, { token }: WidgetSession) {
    this.#server = server;
    this.#token = token;
  }

  static async arrive(server: string, channel: string): Promise<Customer> {
    const page = { url: 'https://shop.example.com/bikes', title: 'Bikes' };
    const session = await ask<WidgetSession>(`${server}/api/widget/v1/sessions`, { body: { channel, page } });
    return new Customer(server, session);
  }

  /** Answers when the server has it. */
  async write(text: string): Promise<void> {
    const body = { id: `${this.#token.slice(0, 8)}-${++this.#count}`.replace(/[^\w-]/g, '_'), text };
    const url = `${this.#server}/api/widget/v1/messages`;
    const headers = { authorization: `Bearer ${this.#token}` };
    const { conversation } = await ask<{ conversation: { id: string } }>(url, { body, headers });
    this.conversation = conversation.id;
  }

  listen(heard: Heard, onEnd: (why: string) => void): Promise<Source> {
    const headers = { authorization: `Bearer ${this.#token}` };
    const onEvent = (_type: string, data: string) => {
      const event = JSON.parse(data) as WidgetEvent | Record<string, never>;
      if (event.type === 'message') heard(this.conversation, event.message.text);
      if (event.type === 'conversation') {
        for (const { text } of event.conversation?.messages ?? []) heard(this.conversation, text);
      }
    };
    return openSource(`${this.#server}/api/widget/v1/stream`, headers, onEvent, onEnd);
  }
}

/** An agent's window, signed in. */
export class Agent {
  readonly key: string;
  readonly #server: string;
  readonly #headers: Record<string, string>;

  private constructor(server: string, key: string, cookie: string) {
    this.#server = server;
    this.key = key;
    this.#headers = { cookie: `signalbox-session=${cookie}`, origin: server };
  }

  /** @param secret of the server */
  static async signIn(
    server: string,
    { accountId, userId, key }: { accountId: string; userId: string; key: string },
    secret: string,
  ): Promise<Agent> {
    const cookie = await encode({ token: { accountId, userId, sessionVersion: 1 }, secret });
    return new Agent(server, key, cookie);
  }

  async accept(conversation: string): Promise<void> {
    const url = `${this.#server}/api/v1/conversations/${conversation}/accept`;
    await ask(url, { body: {}, headers: this.#headers });
  }

  async write(conversation: string, text: string): Promise<void> {
    const url = `${this.#server}/api/v1/conversations/${conversation}/messages`;
    await ask(url, { body: { text, clientId: text }, headers: this.#headers });
  }

  listen(heard: Heard, onEnd: (why: string) => void): Promise<Source> {
    const onEvent = (_type: string, data: string) => {
      const event = JSON.parse(data) as WorkspaceEvent;
      if (event.type !== 'conversation') return;
      for (const entry of event.entries) if (entry.kind === 'message') heard(this.key, entry.text);
    };
    return openSource(`${this.#server}/api/v1/workspace/stream`, this.#headers, onEvent, onEnd);
  }
}

async function ask<T>(
  url: string,
  { body, headers = {} }: { body: object; headers?: Record<string, string> },
): Promise<T> {
  const all = { 'content-type': 'application/json', ...headers };
  const response = await fetch(url, { method: 'POST', headers: all, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
  return (await response.json()) as T;
}
