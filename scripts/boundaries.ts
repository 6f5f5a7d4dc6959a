/** `npm run boundaries`: who may import whom, and proof that every module was looked at. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './run-command';

const entries = [
  'app',
  'components',
  'db',
  'e2e',
  'lib',
  'instrumentation.ts',
  'instrumentation-node.ts',
  'instrumentation-runtime.ts',
  'proxy.ts',
];

type Violation = { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] };
type Cruise = {
  modules: { source: string; dependencies: unknown[] }[];
  summary: { violations: Violation[]; ruleSetUsed?: { forbidden?: { name: string; comment?: string }[] } };
};

const present = entries.filter((entry) => existsSync(join(root, entry)));
const cruise = await runCruiser(present);
const overlooked = sourcesBelow(present).filter((path) => !cruise.modules.some(({ source }) => source === path));
const dependencies = cruise.modules.reduce((sum, module) => sum + module.dependencies.length, 0);

for (const violation of cruise.summary.violations) console.error(explain(violation));
for (const path of overlooked) console.error(`${path}: was not looked at`);
if (dependencies === 0) console.error('No import was found at all: the parser does not work.');
const failed = cruise.summary.violations.length > 0 || overlooked.length > 0 || dependencies === 0;
console.log(
  `${cruise.modules.length} modules, ${dependencies} imports, ${cruise.summary.violations.length} violations`,
);
process.exitCode = failed ? 1 : 0;

/** The program exits with the number of violations and prints the report all the same. */
async function runCruiser(paths: string[]): Promise<Cruise> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths];
  const options = { cwd: root, maxBuffer: 512 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, args, options).catch((error) => {
    if (typeof error.stdout === 'string' && error.stdout.startsWith('{')) return error as { stdout: string };
    throw new Error(String(error.stderr || error.message));
  });
  return JSON.parse(stdout) as Cruise;
}

function sourcesBelow(paths: string[]): string[] {
  return paths.flatMap((path) => {
    if (path.endsWith('.ts')) return [path];
    return readdirSync(join(root, path), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  });
}

function explain({ from, to, rule, cycle }: Violation): string {
  const why = cruise.summary.ruleSetUsed?.forbidden?.find(({ name }) => name === rule.name)?.comment ?? '';
  const path = cycle ? [from, ...cycle.map(({ name }) => name)] : [from, to];
  return `${rule.name}: ${path.join(' → ')}\n  ${why}`;
}
