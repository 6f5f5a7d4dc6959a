import type { Database } from '@/db/client';
import { HINTS_CHANNEL, hintBus, readNotification } from '../hints';
import { PASSING_CHANNEL, passingBus, readPassing } from './passing';

const AGAIN_MILLISECONDS = 2_000;
const listening = Symbol.for('signalbox.listening');

/**
 * Puts what other servers tell on the buses of this process; once for each database, for as long as it is open. The
 * embedded database has one process, which needs no telling.
 */
export function listenToOthers(database: Database): void {
  if (database.kind !== 'postgres') return;
  const holder = globalThis as { [listening]?: WeakSet<Database> };
  holder[listening] ??= new WeakSet();
  const known = holder[listening];
  if (known.has(database)) return;
  known.add(database);
  listen(database).catch(() => {
    // Streams compare numbers meanwhile.
    setTimeout(() => {
      known.delete(database);
      listenToOthers(database);
    }, AGAIN_MILLISECONDS).unref();
  });
}

async function listen(database: Database): Promise<void> {
  const missed = () => void hintBus().emit('missed');
  await database.listen(HINTS_CHANNEL, onHints, missed);
  await database.listen(PASSING_CHANNEL, onPassing);
  missed();
}

function onHints(payload: string): void {
  for (const hint of readNotification(payload)) hintBus().emit('hint', hint);
}

function onPassing(payload: string): void {
  const passing = readPassing(payload);
  if (passing) passingBus().emit('passing', passing);
}
