import type { Queries } from './database';

/** Gives the one `now` of a transaction; tests give their own. */
export interface Clock {
  now(tx: Queries): Promise<Date>;
}

/** The database's clock, in milliseconds: those of the application's servers may differ. */
export const databaseClock: Clock = {
  async now(tx) {
    const [row] = await tx.query<{ now: Date }>('select clock_timestamp() as now');
    if (!row) throw new Error('The database told no time');
    return row.now;
  },
};
