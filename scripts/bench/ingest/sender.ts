import { Agent, type RequestOptions, request } from 'node:http';
import type { Database } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import { makeToken } from '@/lib/auth/api-token';

/** Requests are allowed per token and second; with several tokens the bench never meets the allowance. */
const TOKENS = 16;

/** API tokens of the account, as the page "API tokens" makes them. */
export async function makeTokens(database: Database, accountId: string): Promise<string[]> {
  const made = Array.from({ length: TOKENS }, makeToken);
  for (const { hash, prefix } of made) {
    await database.query(
      `insert into api_tokens (account_id, id, name, hash, prefix, role) values ($1, $2, 'Bench', $3, $4, 'admin')`,
      [accountId, uuidV7(), hash, prefix],
    );
  }
  return made.map(({ token }) => token);
}

/** Sends to the server over connections that stay open. */
export class Sender {
  readonly #url: URL;
  readonly #tokens: readonly string[];
  readonly #agent: Agent;
  #sent = 0;

  constructor(server: string, tokens: readonly string[], connections: number) {
    this.#url = new URL('/api/v1/events', server);
    this.#tokens = tokens;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** `POST /events`; answers the body. @throws Error for every status but 200 */
  send(body: Buffer): Promise<Buffer> {
    const headers = {
      authorization: `Bearer ${this.#tokens[this.#sent++ % this.#tokens.length]}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    return this.#ask(this.#url, { method: 'POST', headers }, body);
  }

  /** A route that does nothing: what the server itself costs. @throws Error for every status but 200 */
  idle(): Promise<Buffer> {
    return this.#ask(new URL('/healthz', this.#url), { method: 'GET' });
  }

  #ask(url: URL, options: RequestOptions, body?: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const sending = request(url, { ...options, agent: this.#agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          const answer = Buffer.concat(parts);
          if (response.statusCode === 200) resolve(answer);
          else reject(new Error(`The server answered ${response.statusCode}: ${answer.toString().slice(0, 300)}`));
        });
      });
      sending.once('error', reject);
      sending.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
