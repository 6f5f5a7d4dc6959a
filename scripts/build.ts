/** `npm run build`: the production build, into `.next` or the directory named. `ensureBuild` builds only when a source has changed since. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceHash } from './build-hash';
import { reportPageSizes } from './page-sizes';
import { passSignalsOn, root, runNode } from './run-command';

const hashFile = 'source-hash';

/** Builds into `distDirectory` (of the project). Answers whether that worked. */
export async function build(distDirectory: string): Promise<boolean> {
  const hash = sourceHash(root);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    SIGNALBOX_DIST_DIR: distDirectory,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  if (!(await buildBundles())) return false;
  if ((await runNode(['node_modules/next/dist/bin/next', 'build'], { env })) !== 0) return false;
  if (!reportPageSizes(join(root, distDirectory))) return false;
  writeFileSync(join(root, distDirectory, hashFile), hash);
  return true;
}

/** Builds into `distDirectory` unless what stands there was made from the same sources. */
export async function ensureBuild(distDirectory: string): Promise<boolean> {
  // All builds share `public/`, so what stands there may be of another one. It takes a moment only.
  if (isFresh(distDirectory)) return buildBundles();
  console.log('Building the application; this takes a minute or two …');
  return build(distDirectory);
}

/** The widget, in `public/`. */
async function buildBundles(): Promise<boolean> {
  return (await runNode(['--import', 'tsx', 'scripts/build-widget.ts'])) === 0;
}

function isFresh(distDirectory: string): boolean {
  try {
    return readFileSync(join(root, distDirectory, hashFile), 'utf8') === sourceHash(root);
  } catch {
    return false;
  }
}

if (import.meta.main) {
  passSignalsOn();
  process.exitCode = (await build(process.argv[2] ?? '.next')) ? 0 : 1;
}
