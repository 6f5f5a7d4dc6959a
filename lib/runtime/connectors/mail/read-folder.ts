import type { ImapFlow } from 'imapflow';
import { type Database, DatabaseError } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import { type MailboxLease, movePosition, noteProblem, type Position } from './mailbox-state';
import { type Mailbox, MailRefused, receiveMail } from './receive-mail';

/** Bytes; larger mails are left aside. */
const LARGEST_MAIL = 35_000_000;
/** Days to look back when the server has numbered a folder anew; what is known by its Message-ID comes once. */
const LOOK_BACK_DAYS = 2;
const DAY_MILLISECONDS = 86_400_000;

export interface Reading {
  readonly database: Database;
  readonly lease: MailboxLease;
  readonly mailbox: Mailbox;
  readonly client: ImapFlow;
}

/**
 * Where reading begins: after what was read; in a folder that is new to us after all that is there; in one that was
 * numbered anew, with the mails of the last days.
 */
export async function beginAt(
  { client }: Reading,
  folder: string,
  { validity, next }: { validity: string; next: number },
  known: Position | null,
  now = new Date(),
): Promise<Position> {
  if (known?.folder === folder && known.validity === validity) return known;
  if (known?.folder !== folder) return { folder, validity, uid: next - 1 };
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MILLISECONDS);
  const recent = (await client.search({ since }, { uid: true })) || [];
  return { folder, validity, uid: Math.min(next, ...recent) - 1 };
}

/** Takes in what came after the position, one by one; answers the new position. What cannot be read stops no other. */
export async function readNew(reading: Reading, position: Position): Promise<Position> {
  const { client, database, lease } = reading;
  const found: { uid: number; size: number }[] = [];
  for await (const { uid, size = 0 } of client.fetch(
    `${position.uid + 1}:*`,
    { uid: true, size: true },
    { uid: true },
  )) {
    // A range beyond the end means the last mail.
    if (uid > position.uid) found.push({ uid, size });
  }
  let reached = position;
  for (const { uid, size } of found.sort((a, b) => a.uid - b.uid)) {
    const problem = await readOne(reading, uid, size);
    if (problem !== undefined) await noteProblem(database, lease, { uid, at: new Date(), code: problem });
    reached = { ...position, uid };
    await movePosition(database, lease, reached);
  }
  return reached;
}

/** Answers why a mail was left aside. @throws what stops the whole mailbox: connection and database */
async function readOne(
  { client, database, lease, mailbox }: Reading,
  uid: number,
  size: number,
): Promise<string | undefined> {
  if (size > LARGEST_MAIL) return 'mail_too_large';
  const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true });
  // Somebody has deleted it meanwhile.
  if (fetched === false || fetched?.source === undefined) return undefined;
  try {
    await receiveMail(database, lease.accountId, mailbox, fetched.source);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    if (error instanceof AppError && error.code === 'too_busy') throw error;
    return problemOf(error);
  }
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  return undefined;
}

function problemOf(error: unknown): string {
  if (error instanceof MailRefused) return error.message;
  if (error instanceof AppError) return String(error.params.reason ?? error.issues[0]?.code ?? error.code);
  return error instanceof Error && error.name === 'NoSender' ? error.message : 'mail_not_understood';
}
