import { randomBytes } from 'node:crypto';
import { type Database, openDatabase, withRetry } from '@/db/client';
import { migrate } from '@/db/migrate';
import { schemaFingerprint } from './schema-fingerprint';

const creationLock = 7_304_116;

export interface ServerDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A fresh database on the server of `url`: a copy of a migrated template, or an empty one. */
export async function createServerDatabase(url: string, empty = false): Promise<ServerDatabase> {
  const admin = await openDatabase({ url, connections: 1, applicationName: 'signalbox-tests' });
  const template = `signalbox_template_${schemaFingerprint()}`;
  const name = `signalbox_test_${randomBytes(6).toString('hex')}`;
  try {
    await admin.query('set statement_timeout = 0');
    await admin.query('set lock_timeout = 0');
    // One at a time: a template in use by another copy is refused.
    await admin.query('select pg_advisory_lock($1)', [creationLock]);
    if (!empty) await ensureTemplate(admin, url, template);
    await withRetry(() => admin.query(`create database ${name} template ${empty ? 'template0' : template}`));
  } finally {
    await admin.close();
  }
  return { url: urlOf(url, name), drop: () => drop(url, name) };
}

async function ensureTemplate(admin: Database, url: string, template: string): Promise<void> {
  const known = await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [template]);
  if (known.length > 0) return;
  await admin.query(`drop database if exists ${template} with (force)`);
  await admin.query(`create database ${template} template template0`);
  const database = await openDatabase({ url: urlOf(url, template), connections: 1 });
  await migrate(database).finally(() => database.close());
  await admin.query(`alter database ${template} with is_template true`);
}

async function drop(url: string, name: string): Promise<void> {
  const admin = await openDatabase({ url, connections: 1, applicationName: 'signalbox-tests' });
  await admin.query(`drop database if exists ${name} with (force)`).finally(() => admin.close());
}

function urlOf(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
