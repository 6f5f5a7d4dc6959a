/**
 * Builds what browsers load outside of the admin center into `public/`: the widget (`lib/widget/README.md`) and the demo
 * shop's script. Fails when a page would load more of the widget than its budget.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import { type BuildOptions, context, type Plugin, build as run, transform } from 'esbuild';
import { root } from './run-command';

/** Bytes after gzip. One file holds everything, so this is also what a first open loads. */
export const widgetBudget = 15 * 1024;

/** Answers the size of `widget.js` after gzip, in bytes. */
export async function buildWidget(): Promise<number> {
  const { outputFiles = [] } = await run({ ...options, write: false });
  let size = 0;
  for (const { path, text } of outputFiles) {
    // A second pass, by a compressor that looks further, saves another thirtieth.
    const { code } = await minify(text, {
      compress: { passes: 3, ecma: 2022 },
      mangle: { toplevel: true },
      ecma: 2022,
    });
    writeIfOther(path, code);
    if (path.endsWith('/widget.js')) size = gzipSync(code, { level: 9 }).length;
  }
  return size;
}

/** Keeps `public/` up to date. Answers how to end that. */
export async function watchWidget(): Promise<() => Promise<void>> {
  const watching = await context(options);
  await watching.watch();
  return () => watching.dispose();
}

/** A server may be reading it. */
function writeIfOther(path: string, contents: string): void {
  const stands = existsSync(path) && readFileSync(path, 'utf8') === contents;
  mkdirSync(dirname(path), { recursive: true });
  if (!stands) writeFileSync(path, contents);
}

const styles: Plugin = {
  name: 'styles as text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target });
      return { contents: code, loader: 'text' };
    });
  },
};

/** Browsers that know what the widget uses: `light-dark()`, constructed style sheets, Web Locks. */
const target = ['chrome123', 'firefox120', 'safari17.5'];

const options: BuildOptions = {
  entryPoints: {
    widget: join(root, 'lib/widget/main.ts'),
    'widget-more': join(root, 'lib/widget/more/main.ts'),
    'widget-preview': join(root, 'lib/widget/preview.ts'),
    'demo-shop': join(root, 'lib/demo-shop/browser.ts'),
  },
  outdir: join(root, 'public'),
  bundle: true,
  minify: true,
  format: 'iife',
  target,
  charset: 'utf8',
  jsx: 'automatic',
  legalComments: 'none',
  plugins: [styles],
  logLevel: 'warning',
};

if (import.meta.main) {
  const size = await buildWidget();
  const words = `widget.js: ${(size / 1024).toFixed(1)} KB after gzip, of ${widgetBudget / 1024} KB`;
  if (size > widgetBudget) console.error(`${words}. It is too large.`);
  else console.log(words);
  process.exitCode = size > widgetBudget ? 1 : 0;
}
