import type { Queries } from '@/db/client';

/** The key with which the demo shop signs for its customers. An admin who wants that in another account gives a key this name. */
export const DEMO_KEY = 'Demo shop';

export type DemoShop = {
  accountId: string;
  channelId: string;
  /** Whether the shop can sign for known customers. */
  identities: boolean;
};

/** The web channel that the demo shop shows: the demo account's, else the oldest one. For everybody; undefined without one. */
export async function findDemoShop(db: Queries): Promise<DemoShop | undefined> {
  const [shop] = await db.query<DemoShop>(
    `select c.account_id as "accountId", c.id as "channelId",
        exists (select 1 from channel_keys k
          where k.account_id = c.account_id and k.channel_id = c.id and k.active and k.name = $1) as identities
      from channels c join accounts a on a.id = c.account_id
      where c.kind = 'web' and c.active
      order by a.key = 'demo' desc, a.created_at, c.created_at, c.id limit 1`,
    [DEMO_KEY],
  );
  return shop;
}
