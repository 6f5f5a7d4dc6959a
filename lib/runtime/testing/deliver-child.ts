/** A process that sends what is due, once: `deliver-child.ts <json>`. The kill test ends it between effect and receipt. */
import { openDatabase } from '@/db/client';
import { runDeliveries } from '../worker/deliveries';

const options: { url?: string; dataDir?: string } = JSON.parse(process.argv[2] ?? '{}');
const database = await openDatabase({ ...options, connections: 2 });
await runDeliveries(database);
await database.close();
