/** An HTTP server on loopback for the other end of a connector. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface LocalServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function startLocalServer(
  handle: (received: Received, response: ServerResponse) => void,
  port = 0,
): Promise<LocalServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () =>
      handle(
        { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') },
        response,
      ),
    );
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  // A server that listens on TCP has such an address.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
