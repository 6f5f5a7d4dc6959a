/**
 * A customer who writes by way of another process: `customer-elsewhere.ts <json>`. Stays until its standard input ends,
 * so that what it has to tell others is told.
 */
import { openDatabase } from '@/db/client';
import { customerWrites } from '../conversations/customer-message';

const { url, accountId, conversation, id, text } = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
const database = await openDatabase({ url, connections: 2 });
await customerWrites(database, accountId ?? '', conversation ?? '', { id: id ?? '', text: text ?? '' });
process.stdin.on('end', () => void database.close()).resume();
