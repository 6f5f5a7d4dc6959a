/**
 * The server's end of the protocol for unit tests: one channel, customers with one conversation each, in memory. It can
 * be cut off, hold streams back, and refuse; journeys run against the real one.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Conversation, Message, Session, Told } from '../protocol';
import { config as example } from './examples';

type Person = { token: string; conversation: Conversation | null; streams: Set<ServerResponse> };

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

export async function startTestServer() {
  const people = new Map<string, Person>();
  const requests: { path: string; body: Record<string, unknown> }[] = [];
  const sockets = new Set<Socket>();
  /** `refuse`: status for a path; `config`: what the channel looks like. */
  const behaviour = { refuse: new Map<string, number>(), pageSize: 50, config: example };
  let port = 0;

  const server = createServer((request, response) => {
    void handle(request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://test');
    const body = request.method === 'POST' ? JSON.parse(await textOf(request)) : {};
    requests.push({ path: pathname, body });
    const refusal = behaviour.refuse.get(pathname);
    if (refusal) return problem(response, refusal);
    if (pathname === '/config') return json(response, behaviour.config);
    if (pathname === '/sessions') return json(response, sessionOf(body));
    const person = people.get(String(request.headers.authorization).replace('Bearer ', ''));
    if (!person) return problem(response, 401);
    const { conversation } = person;
    if (pathname === '/messages' && request.method === 'POST')
      return json(response, { conversation: write(person, body) });
    if (pathname === '/messages') {
      const older = conversation?.messages.filter(({ seq }) => seq < Number(searchParams.get('before'))) ?? [];
      const messages = older.slice(-behaviour.pageSize);
      return json(response, { messages, moreBefore: messages.length < older.length });
    }
    const known = searchParams.get('conversation') === conversation?.id ? Number(searchParams.get('after')) : 0;
    if (pathname === '/updates') return json(response, { events: [viewAfter(person, known)] });
    if (pathname === '/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      person.streams.add(response);
      response.once('close', () => person.streams.delete(response));
      return send(response, viewAfter(person, known));
    }
    if (pathname === '/identify') {
      const { customer, jwtError } = sessionOf({ token: person.token, jwt: body.jwt });
      return jwtError ? problem(response, 422) : json(response, { customer, conversation });
    }
    if (pathname === '/details' && conversation) {
      return json(response, { conversation: change(person, { form: null, phase: 'requesting' }) });
    }
    response.writeHead(204).end();
  }

  function sessionOf({ token, jwt }: { token?: string; jwt?: string }): Session {
    const known = token ? people.get(token) : undefined;
    const person = known ?? { token: `token-${people.size + 1}`, conversation: null, streams: new Set() };
    people.set(person.token, person);
    const identified = jwt !== undefined && jwt !== 'bad';
    const customer = { id: person.token, name: identified ? jwt : null, email: null, identified };
    const jwtError = jwt === 'bad' ? 'jwt_signature' : null;
    const view = person.conversation && latest(person.conversation);
    const expiresAt = '2030-01-01T00:00:00.000Z';
    return { ...behaviour.config, token: person.token, expiresAt, customer, conversation: view, jwtError };
  }

  function write(person: Person, { id, text }: { id: string; text: string }): Conversation {
    const again = person.conversation?.messages.some(({ clientId }) => clientId === id);
    if (!person.conversation || person.conversation.phase === 'ended') {
      const empty = { agent: null, wait: null, form: null, messages: [], lastSeq: 0, moreBefore: false };
      person.conversation = { id: `c-${people.size}-${requests.length}`, phase: 'requesting', ...empty };
    }
    if (!again) say(person, { clientId: id, text, author: { kind: 'customer', name: '' } });
    return latest(person.conversation);
  }

  function say(person: Person, said: Pick<Message, 'text' | 'author'> & Partial<Message>): void {
    if (!person.conversation) throw new Error('There is no conversation');
    const seq = person.conversation.lastSeq + 1;
    const message: Message = { seq, id: `m-${seq}`, at: new Date().toISOString(), ...said };
    person.conversation = {
      ...person.conversation,
      messages: [...person.conversation.messages, message],
      lastSeq: seq,
    };
    tell(person, { type: 'message', conversation: person.conversation.id, message });
  }

  function change(person: Person, to: Partial<Conversation>): Conversation {
    if (!person.conversation) throw new Error('There is no conversation');
    person.conversation = { ...person.conversation, ...to };
    tell(person, viewAfter(person, person.conversation.lastSeq));
    return latest(person.conversation);
  }

  function latest(conversation: Conversation): Conversation {
    const messages = conversation.messages.slice(-behaviour.pageSize);
    return { ...conversation, messages, moreBefore: messages.length < conversation.messages.length };
  }

  function viewAfter({ conversation }: Person, seq: number): Told {
    if (!conversation) return { type: 'conversation', conversation };
    const messages = conversation.messages.filter((message) => message.seq > seq);
    return { type: 'conversation', conversation: { ...conversation, messages, moreBefore: false } };
  }

  function tell(person: Person, told: Told): void {
    for (const stream of person.streams) send(stream, told);
  }

  const listen = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  await listen();
  // A server that listens on a port has an address of this kind.
  port = (server.address() as AddressInfo).port;

  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  return {
    url: `http://127.0.0.1:${port}`,
    behaviour,
    requests,
    stop,
    restart: listen,
    /** The only customer, or the last one that came. */
    last: () => {
      const person = [...people.values()].at(-1);
      if (!person) throw new Error('Nobody came');
      return {
        person,
        say: (text: string, more: Partial<Message> = {}) =>
          say(person, { text, author: { kind: 'agent', name: 'Claire' }, ...more }),
        change: (to: Partial<Conversation>) => change(person, to),
        typing: (typing: boolean) => tell(person, { type: 'typing', typing, name: 'Claire' }),
      };
    },
    people,
  };
}

function send(response: ServerResponse, told: Told): void {
  response.write(`event: ${told.type}\ndata: ${JSON.stringify(told)}\n\n`);
}

function json(response: ServerResponse, answer: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

function problem(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ status, detail: 'No.' }));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text || '{}';
}
