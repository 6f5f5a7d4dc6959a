import type { Database } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';

/** First argument of every service verb. */
export type Context = { db: Database; actor: Actor };
