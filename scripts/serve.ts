/**
 * The web server: `npm start` (production) and `npm run dev` (`--dev`); the demo and the tests start it as a child.
 * Our own HTTP server around Next, because ending has an order: answer open requests, stop the worker, close the
 * database. Node runs this file directly, so it imports nothing of the project.
 */
import { channel, subscribe } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const dev = process.argv.includes('--dev');
const distDirectory = process.env.SIGNALBOX_DIST_DIR ?? '.next';
const host = process.env.SIGNALBOX_HOST || (dev ? '127.0.0.1' : '0.0.0.0');
const wanted = Number(process.env.PORT || 3000);
/** How long open requests may hold up the end. */
const drainMilliseconds = 3000;

// React and Next choose their build of themselves when they are loaded, so they are loaded below.
if (!dev) Object.assign(process.env, { NODE_ENV: 'production' });
process.env.NEXT_TELEMETRY_DISABLED = '1';

if (!dev && !existsSync(join(distDirectory, 'BUILD_ID'))) fail('There is no build yet. Run: npm run build');
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) fail('PORT must be a whole number from 1 to 65535.');

const server = createServer();
// Longer than proxies and clients keep theirs: a connection that both ends may close at any time resets requests.
server.keepAliveTimeout = 65_000;
const port = await listen(server);
process.env.PORT = String(port);
const { default: next } = await import('next');
const app = next({ dev, hostname: host, port, httpServer: server });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
// Whoever started this process has died without a signal.
process.on('disconnect', () => void end());
// `instrumentation-node.ts` says so when the database is open and migrated; Next does not wait for it.
const started = new Promise<void>((resolve) => subscribe('signalbox:started', () => resolve()));
await app.prepare();
await started;
const handle = app.getRequestHandler();
server.removeAllListeners('request');
server.on('request', (request, response) => void handle(request, response));
process.send?.({ type: 'ready', port });
if (!process.send) console.log(`Signalbox is ready at ${process.env.SIGNALBOX_URL || `http://localhost:${port}`}`);

/** The port is taken first: a wrong one must fail before the database is opened. */
async function listen(server: Server): Promise<number> {
  server.on('request', (_request, response) => {
    response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' }).end('Signalbox is starting.\n');
  });
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') fail(`Port ${wanted} is taken. Stop what uses it, or set PORT to another one.`);
      fail(`The server cannot listen on ${host}, port ${wanted}: ${error.message}`);
    });
    // A server's address is an object unless it listens on a pipe.
    server.listen(wanted, host, () => resolve((server.address() as AddressInfo).port));
  });
}

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  // Nothing may keep a process that was told to end.
  setTimeout(() => process.exit(1), 20_000).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  // Event streams end by themselves; their readers come back, to another server if there is one.
  channel('signalbox:ending').publish(undefined);
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), drainMilliseconds).unref();
  await closed;
  const registry = (globalThis as { [key: symbol]: { run(): Promise<void> } | undefined })[
    Symbol.for('signalbox.shutdown')
  ];
  await registry?.run();
  await app.close();
  process.exit(0);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
