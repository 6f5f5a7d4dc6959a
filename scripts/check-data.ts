import { parseArgs } from 'node:util';
import { audit } from '../db/audit/audit';
import { printFindings } from '../db/audit/print-findings';
import { openDatabase } from '../db/client';
import { DataDirectoryInUse } from '../db/data-directory-lock';

// Examines the books of the database in DATABASE_URL, or of the embedded one (the server must be stopped):
//   npm run check:data -- [--since 2026-01-31] [--data-dir .data]
// Exit code: 0 all well, 1 findings, 2 could not look.
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { since: { type: 'string' }, 'data-dir': { type: 'string' } } });
  const since = values.since === undefined ? undefined : new Date(values.since);
  if (since && Number.isNaN(since.getTime())) {
    console.error('--since takes a date, e.g. 2026-01-31');
    return 2;
  }
  const dataDir = values['data-dir'] ?? (process.env.SIGNALBOX_DATA_DIR || undefined);
  const url = values['data-dir'] === undefined ? process.env.DATABASE_URL || undefined : undefined;
  const database = await openDatabase({ url, dataDir, connections: 1, applicationName: 'signalbox check:data' });
  try {
    const findings = await audit(database, { since });
    printFindings(findings);
    return findings.length > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof DataDirectoryInUse) console.error('Stop the server first, or use PostgreSQL.');
    process.exitCode = 2;
  },
);
