/** What every process does first: check the environment and fill in what may be left out. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Environment, environment, readEnvironment } from './environment';

/**
 * Checks `process.env` and completes it: data directory, secret and what the sign-in library reads.
 * @throws EnvironmentError, or an Error when the secret cannot be stored
 */
export function prepareEnvironment(): Environment {
  const given = readEnvironment(process.env);
  const dataDirectory = resolve(/* turbopackIgnore: true */ given.dataDirectory);
  process.env.SIGNALBOX_DATA_DIR = dataDirectory;
  process.env.SIGNALBOX_SECRET = given.secret ?? storedSecret(dataDirectory, given.databaseUrl !== undefined);
  process.env.NEXTAUTH_SECRET = process.env.SIGNALBOX_SECRET;
  process.env.NEXTAUTH_URL = given.url;
  return environment();
}

function storedSecret(dataDirectory: string, shared: boolean): string {
  const file = join(dataDirectory, 'secret');
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= 32) return secret;
  } catch {
    // None yet.
  }
  const secret = randomBytes(48).toString('base64url');
  try {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new Error(
      `No secret is set and none can be stored in ${dataDirectory} (${reason}). ` +
        'Set SIGNALBOX_SECRET to at least 32 characters, or SIGNALBOX_DATA_DIR to a folder that this process may write.',
    );
  }
  if (shared) {
    console.warn(
      `SIGNALBOX_SECRET is not set: ${file} holds a new one. Set it, to the same value, before a second process uses this database.`,
    );
  }
  return secret;
}
