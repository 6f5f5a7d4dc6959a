import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run-command';

const FILE = join(root, 'docs', 'performance.md');

/**
 * Puts what a bench measured into its section of docs/performance.md, between its marks; a section that is not there yet
 * is added at the end with its heading and introduction (Markdown).
 */
export function writeSection(name: string, introduction: string, text: string): void {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const page = readFileSync(FILE, 'utf8');
  const whole = page.includes(start) ? page : `${page.trimEnd()}\n\n${introduction}\n\n${start}\n${end}\n`;
  const [before = '', rest = ''] = whole.split(start);
  writeFileSync(FILE, `${before}${start}\n${text}\n${end}${rest.split(end)[1] ?? '\n'}`);
}
