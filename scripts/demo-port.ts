import { createServer } from 'node:net';

const first = 3000;
const last = 3020;

/**
 * The port that was asked for (checked later, by the server), else the first free one from 3000 on.
 * @throws Error when all of them are taken
 */
export async function chooseDemoPort(asked: string | undefined, host: string): Promise<number | string> {
  if (asked) return asked;
  for (let port = first; port <= last; port++) if (await isFree(port, host)) return port;
  throw new Error(`The ports ${first} to ${last} are taken. Set PORT to a free one.`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
