import type { Queries } from '@/db/client';
import type { ProactiveOffer } from '@/lib/contracts/widget-proactive';
import { prepareHours } from '@/lib/engine/hours/hours';
import type { Schedule } from '@/lib/engine/hours/schedule';
import { textFor } from '@/lib/engine/language';
import { textOfMessage } from '@/lib/engine/proactive/message';
import { referencesIn } from '@/lib/engine/references';
import { type LiveMessage, liveMessages } from '../proactive/live';
import type { WidgetChannel } from './find-channel';
import { takesViews } from './record-views';

type ScheduleRow = Pick<Schedule, keyof Schedule> & { key: string; now: Date };
type BotRow = { key: string; name: string; avatar: string | null };

/** What a browser on this channel needs to choose among its live messages. None while humans keep the control. */
export async function proactiveOffer(
  db: Queries,
  channel: WidgetChannel,
  language: string | null,
  now: Date | null = null,
): Promise<ProactiveOffer> {
  const { accountId, key, conversationControl } = channel;
  const messages = conversationControl === 'keep' ? [] : await liveMessages(db, accountId, key);
  const keys = [...new Set(messages.flatMap(schedulesOf))];
  const [rows, bots, [clock], report] = await Promise.all([
    db.query<ScheduleRow>(
      `select key, time_zone as "timeZone", intervals, holidays from schedules
        where account_id = $1 and key in (select jsonb_array_elements_text($2::text::jsonb))`,
      [accountId, JSON.stringify(keys)],
    ),
    db.query<BotRow>('select key, name, avatar from bots where account_id = $1', [accountId]),
    db.query<{ now: Date }>('select coalesce($1::timestamptz, clock_timestamp()) as now', [now]),
    messages.length > 0 && takesViews(db, accountId),
  ]);
  const at = clock?.now ?? new Date();
  return {
    messages: messages.map(({ id, version, on, when, frequency, send, body }) => {
      const { text, byLanguage } = textOfMessage(body.message);
      const said = textFor(language ?? channel.language, text, byLanguage);
      // Plain JSON on both sides; the contract describes the tree more loosely.
      const tree = when as unknown as ProactiveOffer['messages'][number]['when'];
      return { id, version, on, when: tree, frequency, send, text: said, author: authorOf(body, channel, bots) };
    }),
    schedules: Object.fromEntries(rows.map((row) => [row.key, hoursAt(row, at)])),
    now: at.toISOString(),
    report,
  };
}

/** Business hours that a message depends on: by when it is sent, and by its conditions. */
function schedulesOf({ send, when }: LiveMessage): string[] {
  const named = referencesIn(when).flatMap(({ kind, key }) => (kind === 'schedule' ? [key] : []));
  return send.schedule === undefined ? named : [send.schedule, ...named];
}

function hoursAt(schedule: Pick<Schedule, keyof Schedule>, at: Date) {
  const hours = prepareHours(schedule);
  return { state: hours.stateAt(at), until: hours.nextChange(at)?.at.toISOString() ?? null };
}

function authorOf(
  { reply }: LiveMessage['body'],
  { brand, settings }: WidgetChannel,
  bots: readonly BotRow[],
): ProactiveOffer['messages'][number]['author'] {
  const bot = reply.kind === 'bot' ? bots.find(({ key }) => key === reply.bot) : undefined;
  if (bot) return { kind: 'bot', name: bot.name, avatar: bot.avatar };
  const logo = typeof settings.logo === 'string' && settings.logo !== '' ? settings.logo : null;
  return { kind: 'automation', name: brand, avatar: logo };
}
