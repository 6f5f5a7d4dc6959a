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
  let size = 0;
  for (const some of [scripts, modules]) {
    const { outputFiles } = await run({ ...some, write: false });
    for (const { path, text } of outputFiles) {
      const code = await smaller(text, some === modules);
      writeIfOther(path, code);
      if (path.endsWith('/widget.js')) size = gzipSync(code, { level: 9 }).length;
    }
  }
  return size;
}

/** A second pass, by a compressor that looks further, saves another thirtieth. */
async function smaller(text: string, module: boolean): Promise<string> {
  const compress = { passes: 3, ecma: 2022 } as const;
  const { code } = await minify(text, { compress, mangle: { toplevel: true }, ecma: 2022, module });
  return code;
}

/** Keeps `public/` up to date. Answers how to end that. */
export async function watchWidget(): Promise<() => Promise<void>> {
  const watching = await Promise.all([scripts, modules].map((some) => context(some)));
  await Promise.all(watching.map((one) => one.watch()));
  return async () => {
    await Promise.all(watching.map((one) => one.dispose()));
  };
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

const shared = {
  outdir: join(root, 'public'),
  bundle: true,
  minify: true,
  target,
  charset: 'utf8',
  jsx: 'automatic',
  legalComments: 'none',
  plugins: [styles],
  logLevel: 'warning',
} satisfies BuildOptions;

const scripts = {
  ...shared,
  format: 'iife',
  entryPoints: {
    widget: join(root, 'lib/widget/main.ts'),
    'widget-preview': join(root, 'lib/widget/preview.ts'),
    'demo-shop': join(root, 'lib/demo-shop/browser.ts'),
  },
} satisfies BuildOptions;

/** What a page imports later. */
const modules = {
  ...shared,
  format: 'esm',
  entryPoints: { 'widget-more': join(root, 'lib/widget/more/more.ts') },
} satisfies BuildOptions;

if (import.meta.main) {
  const size = await buildWidget();
  const words = `widget.js: ${(size / 1024).toFixed(1)} KB after gzip, of ${widgetBudget / 1024} KB`;
  if (size > widgetBudget) console.error(`${words}. It is too large.`);
  else console.log(words);
  process.exitCode = size > widgetBudget ? 1 : 0;
}
