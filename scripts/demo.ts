/** `npm run demo`: builds if needed, fills an empty database with demo data, starts the server and says what to do. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoSignIns } from '@/db/seed/demo';
import { prepareEnvironment } from '@/lib/prepare-environment';
import { ensureBuild } from './build';
import { prepareDatabase } from './demo-data';
import { demoDataCommand } from './demo-data-command';
import { chooseDemoPort } from './demo-port';
import { exitOf, isEnding, passSignalsOn, runNode, startNode } from './run-command';
import { runScript } from './run-script';

const distDirectory = '.next-demo';

await runScript(async () => {
  process.env.SIGNALBOX_DATA_DIR ||= '.data/demo';
  // Known passwords: only this machine may reach it unless somebody says otherwise.
  process.env.SIGNALBOX_HOST ||= '127.0.0.1';
  process.env.PORT = String(await chooseDemoPort(process.env.PORT, process.env.SIGNALBOX_HOST));
  const { url, dataDirectory, databaseUrl } = prepareEnvironment();
  const place = databaseUrl ? 'the database named by DATABASE_URL' : dataDirectory;
  passSignalsOn();
  const created = await prepareDatabase();
  if (isEnding()) return;
  // Built first: the story's last waits end with the minute in which it is told.
  if (!(await ensureBuild(distDirectory))) throw new Error('The build failed; the lines above say why.');
  if (isEnding()) return;
  if (created) await makeDemoData(databaseUrl ? undefined : dataDirectory);
  if (isEnding()) return;
  process.exitCode = await serve(() => printWelcome(url, place, created));
  if (process.exitCode === 0) console.log(`\nStopped. The data stay in ${place}; the next start goes on from there.`);
});

/** Of the embedded database in `directory`, whose clock can be moved, the data have a past; of another one they begin now. */
async function makeDemoData(directory: string | undefined): Promise<void> {
  const { args, env } = demoDataCommand({ rules: true, until: directory === undefined ? undefined : new Date() });
  const code = await runNode(args, { env: { ...process.env, ...env } });
  if (code === 0) return;
  // Half a story would be taken for data of the last time.
  if (directory !== undefined) rmSync(join(directory, 'database'), { recursive: true, force: true });
  if (!isEnding()) throw new Error('The demo data could not be made; the lines above say why.');
}

async function serve(onReady: () => void): Promise<number> {
  const env = { ...process.env, SIGNALBOX_DIST_DIR: distDirectory };
  const server = startNode(['scripts/serve.ts'], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  server.once('message', onReady);
  return exitOf(server);
}

function printWelcome(url: string, place: string, created: boolean): void {
  const width = Math.max(...demoSignIns.map(({ email }) => email.length));
  const signIns = demoSignIns.map(
    ({ role, email, password }) => `    ${role.padEnd(6)}  ${email.padEnd(width)}  ${password}`,
  );
  console.log(
    [
      '',
      `  Signalbox is ready:  ${url}`,
      '',
      '  Sign in as',
      ...signIns,
      '',
      '  First steps',
      `    1. Open the bike shop, ${url}/demo, then the chat at the bottom right, and write something.`,
      '    2. Five seconds later First Reply answers: a rule that you can change under Messaging triggers.',
      `    3. In a second window, ${url}/workspace: sign in as the agent, accept, and answer the customer.`,
      '    4. Beside the conversation stands which rules fired; open one to see why.',
      '    5. In the shop, be someone else: a signed-in customer, in French, on a phone.',
      '',
      `  ${created ? 'New demo data' : 'Your data of the last time'}: ${place}`,
      '  Ctrl-C stops it.',
      '',
    ].join('\n'),
  );
}
