/** `npm run bench -- NAME [options]` runs `scripts/bench/NAME.ts`; without a name it lists them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passSignalsOn, root, runNode } from './run-command';

const folder = join('scripts', 'bench');
const [name, ...options] = process.argv.slice(2);

if (name && /^[a-z-]+$/.test(name) && existsSync(join(root, folder, `${name}.ts`))) {
  passSignalsOn();
  process.exitCode = await runNode(['--import', 'tsx', join(folder, `${name}.ts`), ...options]);
} else {
  if (name) console.error(`There is no bench called "${name}".`);
  console.log(`npm run bench -- NAME\n${list().join('\n')}`);
  process.exitCode = name ? 2 : 0;
}

/** A bench is a file that says at its top, in a doc comment, what it measures; parts of one live in folders. */
function list(): string[] {
  return readdirSync(join(root, folder))
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .map(
      (file) =>
        `  ${file.replace('.ts', '').padEnd(12)} ${firstSentence(readFileSync(join(root, folder, file), 'utf8'))}`,
    );
}

function firstSentence(source: string): string {
  const comment = /^(?:\/\*\*\s*(?:\n \* )?|\/\/ )(.*?)(?:\*\/|\n)/.exec(source)?.[1] ?? '';
  return comment.trim();
}
