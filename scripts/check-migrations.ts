/** The schema and the migrations say the same: generating once more must yield nothing new. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, runNode } from './run-command';

const copy = join(root, '.tmp', 'migrations-check');

rmSync(copy, { recursive: true, force: true });
mkdirSync(join(root, '.tmp'), { recursive: true });
cpSync(join(root, 'db', 'migrations'), copy, { recursive: true });
const before = listSql();
const code = await runNode(['node_modules/drizzle-kit/bin.cjs', 'generate', ...options()], {
  // Without a terminal it fails on a question (a rename, for example) and does not wait.
  stdio: ['ignore', 'pipe', 'inherit'],
});
const added = listSql().filter((name) => !before.includes(name));
if (added.length > 0)
  console.error(`The schema differs from the migrations (${added.join(', ')}). Run: npm run db:generate`);
else console.log(`${before.length} migrations, equal to the schema`);
process.exitCode = code === 0 && added.length === 0 ? 0 : 1;

function options(): string[] {
  return [
    '--dialect=postgresql',
    '--casing=snake_case',
    '--schema=./db/schema/index.ts',
    `--out=./${relative(root, copy)}`,
  ];
}

function listSql(): string[] {
  return existsSync(copy) ? readdirSync(copy).filter((name) => name.endsWith('.sql')) : [];
}
