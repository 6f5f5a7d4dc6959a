import type { Queries, Row } from '@/db/client';
import { AppError, notFound } from '@/lib/contracts/app-error';
import { isUuid } from '@/lib/contracts/value';
import { environment } from '@/lib/environment';

/** A channel as its widget sees it. */
export interface WidgetChannel {
  readonly accountId: string;
  readonly id: string;
  readonly key: string;
  readonly language: 'en' | 'fr';
  /** The brand's public name. */
  readonly brand: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** After an end: `release` gives control back to bot and response, `keep` leaves it with the humans. */
  readonly conversationControl: 'release' | 'keep';
  readonly bot: {
    readonly key: string;
    readonly name: string;
    readonly avatar: string | null;
    readonly greeting: string;
    readonly language: string;
  } | null;
}

/** For statements that join accounts `a`, channels `c` and brands `b`: the columns of a WidgetChannel. */
export const CHANNEL_COLUMNS = `c.account_id as "accountId", c.id as "channelId", c.key as "channelKey", c.settings,
  a.language as "accountLanguage", a.settings ->> 'conversationControl' as control, b.name as brand,
  (select jsonb_build_object('key', bot.key, 'name', bot.name, 'avatar', bot.avatar, 'greeting', bot.greeting,
      'language', bot.language) from bot_channels bc join bots bot on bot.account_id = bc.account_id and bot.id = bc.bot_id
    where bc.account_id = c.account_id and bc.channel_id = c.id and bc.in_use and bot.active) as bot`;
export const CHANNEL_TABLES = `channels c join accounts a on a.id = c.account_id
  join brands b on b.account_id = c.account_id and b.id = c.brand_id`;
/** Only these show a widget. */
export const SHOWS_WIDGET = `c.kind in ('web', 'mobile') and c.active`;

export interface ChannelRow extends Row {
  accountId: string;
  channelId: string;
  channelKey: string;
  settings: Record<string, unknown>;
  accountLanguage: string;
  control: string | null;
  brand: string;
  bot: WidgetChannel['bot'];
}

export function presentChannel(row: ChannelRow): WidgetChannel {
  const { accountId, channelId: id, channelKey: key, settings, brand, bot } = row;
  const language = (settings.language ?? row.accountLanguage) === 'fr' ? 'fr' : 'en';
  const conversationControl = row.control === 'keep' ? 'keep' : 'release';
  return { accountId, id, key, language, brand, settings, conversationControl, bot };
}

/**
 * The active web or mobile channel that a snippet names: by uuid, or by key, which other accounts may have too; then
 * the oldest account's. @throws AppError `not_found`
 */
export async function findWidgetChannel(db: Queries, idOrKey: string): Promise<WidgetChannel> {
  const condition = isUuid(idOrKey) ? 'c.id = $1::uuid' : 'c.key = $1';
  const [row] = await db.query<ChannelRow>(
    `select ${CHANNEL_COLUMNS} from ${CHANNEL_TABLES} where ${condition} and ${SHOWS_WIDGET}
      order by a.created_at, a.id limit 1`,
    [idOrKey],
  );
  if (!row) throw notFound('channel', idOrKey);
  return presentChannel(row);
}

/** Whether a page of this origin may show the channel's widget. Without an Origin header it is no page of another site. */
export function isOriginAllowed({ settings }: WidgetChannel, origin: string | null): boolean {
  const allowed = Array.isArray(settings.allowedOrigins) ? settings.allowedOrigins : [];
  if (origin === null || allowed.length === 0) return true;
  const plain = (address: unknown) => String(address).replace(/\/$/, '').toLowerCase();
  // Our own pages: the demo shop and the preview.
  return [...allowed, environment().url].some((each) => plain(each) === plain(origin));
}

/** @throws AppError `cross_origin` with the origin that the channel does not allow */
export function requireAllowedOrigin(channel: WidgetChannel, origin: string | null): void {
  if (isOriginAllowed(channel, origin)) return;
  throw new AppError('cross_origin', { reason: 'origin_not_allowed', origin: String(origin).slice(0, 200) });
}
