import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '@/db/migrate';
import { openEmbedded } from '@/db/pglite-driver';
import { wrapDriver } from '@/db/wrap-driver';
import { schemaFingerprint } from './schema-fingerprint';

const directory = join(process.cwd(), '.tmp');

/** A dump of a migrated, empty database; made by the first suite that asks, then read from `.tmp/`. */
export async function embeddedTemplate(): Promise<Blob> {
  const file = join(directory, `template-${schemaFingerprint()}.tar`);
  if (!existsSync(file)) await makeTemplate(file);
  return new Blob([new Uint8Array(await readFile(file))]);
}

/** Two suites may make it at once; the whole file appears by a rename, and both are equal. */
async function makeTemplate(file: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const driver = await openEmbedded({ memory: true });
  await migrate(wrapDriver(driver));
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, Buffer.from(await (await driver.dump()).arrayBuffer()));
  await driver.close();
  await rename(draft, file);
  await rm(draft, { force: true });
}
