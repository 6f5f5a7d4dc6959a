import { build } from 'esbuild';
import { ownDefinitions } from '@/scripts/build-widget';

const contents = `export { choose } from '@/lib/engine/proactive/choose';
  export { factsOfVisit } from '@/lib/engine/proactive/visit-facts';
  export { fieldsFor } from '@/lib/engine/registry';`;

/** The engine as it is built into pages: a module, or for `globalName` a script that defines it. */
export async function builtEngine(globalName?: string): Promise<string> {
  const { outputFiles } = await build({
    ...{ stdin: { contents, resolveDir: process.cwd() }, bundle: true, minify: true, write: false },
    ...(globalName ? { format: 'iife', globalName } : { format: 'esm' }),
    plugins: [ownDefinitions],
  });
  return outputFiles[0]?.text ?? '';
}
