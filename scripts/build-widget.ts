/**
 * Builds what browsers load outside of the admin center into `public/`: the widget (`lib/widget/README.md`) and the demo
 * shop's script. Fails when a page would load more of the widget than its budget.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import { type BuildOptions, context, type Plugin, build as run, transform } from 'esbuild';
import { root } from './run-command';

/** Bytes after gzip: all that a first open loads, and what comes where there are proactive messages. */
export const widgetBudgets = { 'widget.js': 15 * 1024, 'widget-proactive.js': 6 * 1024 };

/** Answers the sizes of the files, after gzip, in bytes. */
export async function buildWidget(): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const some of [scripts, modules]) {
    const { outputFiles } = await run({ ...some, write: false });
    for (const { path, text } of outputFiles) {
      const code = await smaller(text, some === modules);
      writeIfOther(path, code);
      sizes.set(basename(path), gzipSync(code, { level: 9 }).length);
    }
  }
  return sizes;
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

/** The engine with the definitions of proactive messages alone: modules that take the place of its own. */
export const ownDefinitions: Plugin = {
  name: 'definitions of proactive messages',
  setup(build) {
    build.onResolve({ filter: /\/(registry|meaning|columns|elapsed|nobody)$/ }, ({ importer, path }) =>
      importer.includes('/lib/engine/') || path === '@/lib/engine/registry'
        ? { path: join(root, 'lib/widget/proactive', `${basename(path)}.ts`) }
        : undefined,
    );
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
  plugins: [styles, ownDefinitions],
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
  entryPoints: {
    'widget-more': join(root, 'lib/widget/more/more.ts'),
    'widget-proactive': join(root, 'lib/widget/proactive/main.ts'),
  },
} satisfies BuildOptions;

if (import.meta.main) {
  const sizes = await buildWidget();
  for (const [name, budget] of Object.entries(widgetBudgets)) {
    const size = sizes.get(name) ?? 0;
    const words = `${name}: ${(size / 1024).toFixed(1)} KB after gzip, of ${budget / 1024} KB`;
    if (size > budget) console.error(`${words}. It is too large.`);
    else console.log(words);
    if (size > budget) process.exitCode = 1;
  }
}
