import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['app', 'components', 'db', 'lib', 'public'];
const files =
  /^(package(-lock)?\.json|tsconfig\.json|next\.config\.ts|postcss\.config\.mjs|proxy\.ts|instrumentation.*\.ts)$/;
/** Tests are not built, and the scripts in `public/` are made by the build. */
const ignored = /\.test\.tsx?$|^public\/[\w-]+\.js$/;

/** A hash over everything that the production build is made from. Equal hashes mean that a build can be used again. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256');
  const top = readdirSync(root).filter((name) => files.test(name));
  const below = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => filesBelow(root, folder));
  for (const path of [...top, ...below].sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !ignored.test(path));
}
