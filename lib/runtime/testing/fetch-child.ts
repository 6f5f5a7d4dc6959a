/** A process that reads mailboxes until it is killed: `fetch-child.ts <json>`. */
import { openDatabase } from '@/db/client';
import { startFetching } from '../connectors/mail/fetch-mail';

const options: { url?: string; dataDir?: string } = JSON.parse(process.argv[2] ?? '{}');
const database = await openDatabase({ ...options, connections: 2 });
startFetching(database, { onError: (error) => console.error(error), lookMilliseconds: 50, askMilliseconds: 500 });
