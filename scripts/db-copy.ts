import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printFindings } from '../db/audit/print-findings';
import { openDatabase } from '../db/client';
import { copyDatabase } from '../db/copy';
import { migrate } from '../db/migrate';

// Moves the embedded database to PostgreSQL (the server must be stopped):
//   npm run db:copy -- --to postgres://… [--data-dir .data]
// Without --to: DATABASE_URL. Refuses a target that has rows; a failure leaves the target empty.
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { to: { type: 'string' }, 'data-dir': { type: 'string' } } });
  const url = values.to ?? process.env.DATABASE_URL;
  const dataDir = values['data-dir'] ?? (process.env.SIGNALBOX_DATA_DIR || '.data');
  if (!url) {
    console.error('Usage: npm run db:copy -- --to postgres://user@host/database [--data-dir .data]');
    return 2;
  }
  if (!existsSync(join(dataDir, 'database'))) {
    console.error(`There is no embedded database in ${dataDir}`);
    return 2;
  }
  const source = await openDatabase({ dataDir });
  const target = await openDatabase({ url, connections: 2, applicationName: 'signalbox db:copy' });
  try {
    await migrate(source);
    await migrate(target);
    const { tables, findings } = await copyDatabase(source, target, ({ table, rows }) =>
      console.log(`${table}: ${rows}`),
    );
    await target.query('analyze');
    const total = tables.reduce((sum, { rows }) => sum + rows, 0);
    console.log(`\n${total} rows in ${tables.length} tables copied and counted.\n`);
    printFindings(findings);
    return 0;
  } finally {
    await source.close();
    await target.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
