/** `npm run dev`: the development server, with an embedded database of its own in `.data/dev`. */
import { prepareEnvironment } from '@/lib/prepare-environment';
import { watchWidget } from './build-widget';
import { passSignalsOn, runNode } from './run-command';
import { runScript } from './run-script';

await runScript(async () => {
  process.env.SIGNALBOX_DATA_DIR ||= '.data/dev';
  prepareEnvironment();
  passSignalsOn();
  const endWatching = await watchWidget();
  process.exitCode = await runNode(['scripts/serve.ts', '--dev']);
  await endWatching();
});
