/** What a first visit to each page loads in JavaScript, from the manifests of the build, against a budget. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

/**
 * Kilobytes after gzip beyond which a build fails; React and Next alone are 133. A budget follows what its pages have
 * come down to, with little to spare, never the other way.
 */
const BUDGETS: Readonly<Record<string, number>> = {
  default: 268,
  '/': 175,
  '/bots/[id]': 275,
  '/bots/new': 275,
  '/log': 292,
  '/people': 215,
  '/proactive': 225,
  '/proactive/[id]': 295,
  '/schedules/[id]': 278,
  '/schedules/new': 278,
  '/triggers': 170,
  '/triggers/[id]': 338,
  '/triggers/new': 338,
  '/workflows': 227,
  '/workflows/[id]': 370,
  '/workflows/[id]/versions': 286,
  '/workflows/new': 370,
  '/workspace/[[...conversation]]': 310,
};

export interface PageSize {
  /** As in the address: `/triggers/[id]`. */
  page: string;
  /** After gzip. */
  bytes: number;
  budget: number;
}

/** Sizes of all pages, the largest first. What a page imports later (`dynamic`) is not part of it. */
export function pageSizes(distDirectory: string): PageSize[] {
  const { rootMainFiles } = JSON.parse(readFileSync(join(distDirectory, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[];
  };
  const weights = new Map<string, number>();
  const weigh = (file: string) => {
    const known = weights.get(file) ?? gzipSync(readFileSync(join(distDirectory, file))).length;
    weights.set(file, known);
    return known;
  };
  const manifests = globSync('server/app/**/page_client-reference-manifest.js', { cwd: distDirectory });
  return manifests
    .map((manifest) => {
      const files = new Set([...rootMainFiles, ...entriesOf(join(distDirectory, manifest))]);
      const page = addressOf(manifest);
      const bytes = [...files].reduce((sum, file) => sum + weigh(file), 0);
      return { page, bytes, budget: BUDGETS[page] ?? BUDGETS.default ?? 0 };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** Prints every page; answers whether all keep their budget. */
export function reportPageSizes(distDirectory: string): boolean {
  const sizes = pageSizes(distDirectory);
  if (sizes.length === 0) {
    console.error('No page was found in the build: its manifests are not where they were.');
    return false;
  }
  console.log('\nFirst-load JavaScript of pages, KB after gzip');
  for (const { page, bytes, budget } of sizes) {
    const used = bytes / 1024;
    console.log(`${used.toFixed(1).padStart(7)} of ${budget}  ${page}${used > budget ? '  OVER ITS BUDGET' : ''}`);
  }
  return sizes.every(({ bytes, budget }) => bytes / 1024 <= budget);
}

/** The manifest is a script that sets a global. */
function entriesOf(file: string): string[] {
  const context: { __RSC_MANIFEST?: Record<string, { entryJSFiles?: Record<string, string[]> }> } & {
    globalThis?: unknown;
  } = {};
  context.globalThis = context;
  runInNewContext(readFileSync(file, 'utf8'), context);
  return Object.values(context.__RSC_MANIFEST ?? {}).flatMap(({ entryJSFiles = {} }) =>
    Object.values(entryJSFiles).flat(),
  );
}

/** `server/app/(admin)/triggers/page_client-…` → `/triggers` */
function addressOf(manifest: string): string {
  const folders = manifest.split('/').slice(2, -1);
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join('/')}`;
}
