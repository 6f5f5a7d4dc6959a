/** Two weeks of a bike shop's conversations, each told when it happened, so that figures and curves have a past. */
import type { Database } from '@/db/client';
import { rollUpRuleDays } from '@/lib/runtime/worker/housekeeping';
import { runDue } from '@/lib/runtime/worker/run-due';
import { runDueMoments } from '@/lib/runtime/workflows/due-moments';

export interface Past {
  /** When the story ends; of its day nothing is told here. */
  now: Date;
  days: number;
  /** Sets the clock of the process and of its embedded database. */
  moveClock: (to: Date) => void;
}

interface History extends Past {
  database: Database;
  tell: (events: readonly object[]) => Promise<void>;
}

/** Conversations of each day, from the first on; the shop is quieter at weekends. */
const PER_DAY = [6, 3, 2, 8, 9, 7, 10, 8, 4, 3, 9, 11, 8];
const MINUTE = 60_000;

export async function tellDemoHistory({ database, tell, moveClock, now, days }: History): Promise<void> {
  let number = 48_000;
  for (let day = days; day > 0; day--) {
    const count = PER_DAY[days - day] ?? 0;
    const opens = new Date(now.getTime() - day * 86_400_000);
    opens.setUTCHours(8, 10, 0, 0);
    for (let place = 0; place < count; place++) {
      // Spread over nine hours, without being all on the hour.
      const start = opens.getTime() + Math.round((place * 540) / count + ((number * 7) % 23)) * MINUTE;
      moveClock(new Date(start + 12 * MINUTE));
      await tell(talk(number, start));
      moveClock(new Date(start + 16 * MINUTE));
      await runDue(database);
      number++;
    }
    moveClock(new Date(opens.getTime() + 12 * 60 * MINUTE));
    await runDueMoments(database);
    await rollUpRuleDays(database);
  }
}

const PEOPLE = [
  ['Anna Kowalska', 'pl'],
  ['Ben Fischer', 'de'],
  ['Chloé Martin', 'fr'],
  ['David Evans', 'en'],
  ['Elena Rossi', 'it'],
  ['Frank de Vries', 'nl'],
  ['Grace Murphy', 'en'],
  ['Hugo Lefèvre', 'fr'],
  ['Ida Jensen', 'da'],
  ['Jorge Molina', 'es'],
  ['Kaya Aydın', 'tr'],
] as const;

const SAYS = [
  ['workshop', 'How long does a new battery last in winter?'],
  ['sales', 'Is the Strand E 2 in stock in size M?'],
  ['orders', 'Where is my parcel? The link shows nothing.'],
  ['workshop', 'My gears skip since the service. Can I come by?'],
  ['orders', 'I would like a refund for the second helmet.'],
  ['sales', 'Do you take old bikes in part exchange?'],
  ['workshop', 'The display stays black.'],
] as const;

function talk(number: number, start: number): object[] {
  const [name, language] = PEOPLE[number % PEOPLE.length] ?? PEOPLE[0];
  const [group, text] = SAYS[number % SAYS.length] ?? SAYS[0];
  const id = `HB-${number}`;
  const agent = number % 3 === 0 ? 'lea-lead' : 'ada-admin';
  const at = (minutes: number) => new Date(start + minutes * MINUTE).toISOString();
  const base = (step: string, minutes: number) => ({
    ...{ id: `demo-${id}-${step}`, occurredAt: at(minutes), channel: 'web', conversation: { id, group } },
    customer: { id: `past-${number % PEOPLE.length}`, name, language },
  });
  const said = (step: string, words: string, sender: object) => ({
    type: 'message_sent',
    message: { id: `${id}-${step}`, text: words, sender },
  });
  return [
    { ...base('asked', 0), type: 'conversation_requested' },
    { ...base('first', 0), ...said('first', text, { type: 'customer', name }) },
    { ...base('queued', 0), type: 'conversation_queued' },
    { ...base('taken', 3), type: 'conversation_assigned', agent },
    { ...base('answer', 4), agent, ...said('answer', 'I am looking into it and come back to you.', { type: 'agent' }) },
    { ...base('end', 11), type: 'conversation_ended' },
  ];
}
