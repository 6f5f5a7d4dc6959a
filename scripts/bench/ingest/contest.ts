import type { EventResult } from '@/lib/contracts/event';
import { ingest } from '@/lib/runtime/ingest/ingest';
import { addRules } from '@/lib/runtime/testing/add-rule';
import { makeAccount } from '@/lib/testing/factories';
import { rate } from './measure';
import type { Place } from './place';
import { RawCeiling } from './raw-ceiling';
import { makeTokens, Sender } from './sender';
import { benchRules, CONVERSATIONS, eventsFrom, firingsOf } from './workload';

const BATCH = 200;
/** At the same time, of `ingest()` and of the raw ceiling alike: more make neither faster. */
const CALLERS = 6;

export interface Wanted {
  /** Events of a measurement in batches. */
  readonly events: number;
  readonly connections: readonly number[];
  readonly singles: readonly number[];
}

type Events = readonly object[];

/** One account with so many rules, measured in every way; what was sent is counted again in the database. */
export class Contest {
  readonly #place: Place;
  readonly #accountId: string;
  readonly #tokens: readonly string[];
  readonly #wanted: Wanted;

  private constructor(place: Place, accountId: string, tokens: readonly string[], wanted: Wanted) {
    this.#place = place;
    this.#accountId = accountId;
    this.#tokens = tokens;
    this.#wanted = wanted;
  }

  static async make(place: Place, rules: number, wanted: Wanted): Promise<Contest> {
    const database = await place.database();
    const { accountId } = await makeAccount(database, { settings: { automatedMessagesPerMinute: 1_000_000 } });
    await addRules(database, accountId, benchRules(rules));
    return new Contest(place, accountId, await makeTokens(database, accountId), wanted);
  }

  /** Everything once, one after the other, so that all see the same machine; events per second by name. */
  async round(number: number): Promise<ReadonlyMap<string, number>> {
    const { events, connections, singles } = this.#wanted;
    const measured = new Map<string, number>();
    const inBatches = (prefix: string) => split(eventsFrom(0, events, prefix), BATCH);
    const alone = (callers: number, prefix: string) => split(eventsFrom(0, singlesOf(callers), prefix), 1);
    await this.#warm(`w${number}`, CALLERS, (batch) => this.#ingest(batch));
    measured.set('`ingest()`, batches', await this.#inProcess(`i${number}`, CALLERS, inBatches));
    measured.set('raw', await this.#raw(`i${number}`, CALLERS));
    measured.set('raw, 1 caller', await this.#raw(`i${number}`, 1));
    for (const callers of singles) {
      const take = (prefix: string) => alone(callers, prefix);
      measured.set(
        `\`ingest()\`, single events, ${callers} callers`,
        await this.#inProcess(`s${number}-${callers}`, callers, take),
      );
    }
    await this.#vacuum();
    const warmer = new Sender(await this.#place.server(), this.#tokens, CALLERS);
    await this.#warm(`v${number}`, CALLERS, async (batch) => resultsOf(await warmer.send(bodyOf(batch))));
    warmer.close();
    for (const count of connections) {
      measured.set(`HTTP, batches, ${count} connections`, await this.#http(`h${number}-${count}`, count, inBatches));
    }
    for (const callers of singles) {
      const take = (prefix: string) => alone(callers, prefix);
      measured.set(`HTTP, single events, ${callers} callers`, await this.#http(`t${number}-${callers}`, callers, take));
    }
    for (const callers of singles) {
      measured.set(`HTTP, requests that do nothing, ${callers} callers`, await this.#idle(callers));
    }
    const sent = [
      [`i${number}`, events] as const,
      ...connections.map((count) => [`h${number}-${count}`, events] as const),
      ...singles.flatMap((callers) =>
        ['s', 't'].map((kind) => [`${kind}${number}-${callers}`, singlesOf(callers)] as const),
      ),
    ];
    for (const [prefix, count] of sent) await this.#checkStored(prefix, count);
    return measured;
  }

  /** Conversations exist and code is compiled before the clock runs: the raw ceiling creates none either. */
  async #warm(
    prefix: string,
    callers: number,
    send: (batch: Events) => Promise<readonly EventResult[]>,
  ): Promise<void> {
    const batches = split(eventsFrom(0, Math.max(CONVERSATIONS, this.#wanted.events), prefix), BATCH);
    await rate(0, callers, batches, async (batch) => checkAccepted(await send(batch), batch.length));
  }

  async #ingest(events: Events): Promise<readonly EventResult[]> {
    return (await ingest(await this.#place.database(), this.#accountId, events)).results;
  }

  async #inProcess(prefix: string, callers: number, take: (prefix: string) => Events[]): Promise<number> {
    await this.#vacuum();
    const batches = take(prefix);
    const results: EventResult[] = [];
    const count = batches.flat().length;
    const perSecond = await rate(count, callers, batches, async (batch) => {
      results.push(...(await this.#ingest(batch)));
    });
    checkAccepted(results, count);
    return perSecond;
  }

  async #raw(prefix: string, callers: number): Promise<number> {
    const mark = `raw${callers}`;
    const ceiling = await RawCeiling.like(await this.#place.database(), this.#accountId, `${prefix}-`, mark);
    await this.#vacuum();
    return rate(this.#wanted.events, callers, ceiling.batches(BATCH), (batch) => ceiling.write(batch));
  }

  async #http(prefix: string, connections: number, take: (prefix: string) => Events[]): Promise<number> {
    const sender = new Sender(await this.#place.server(), this.#tokens, connections);
    const batches = take(prefix);
    const count = batches.flat().length;
    const answers: Buffer[] = [];
    const perSecond = await rate(count, connections, batches.map(bodyOf), async (body) => {
      answers.push(await sender.send(body));
    });
    sender.close();
    checkAccepted(answers.flatMap(resultsOf), count);
    return perSecond;
  }

  /** Requests per second. */
  async #idle(callers: number): Promise<number> {
    const sender = new Sender(await this.#place.server(), this.#tokens, callers);
    const requests = Array.from({ length: singlesOf(callers) }, (_, index) => index);
    const perSecond = await rate(requests.length, callers, requests, () => sender.idle());
    sender.close();
    return perSecond;
  }

  async #vacuum(): Promise<void> {
    await (await this.#place.database()).query('vacuum analyze');
  }

  async #checkStored(prefix: string, count: number): Promise<void> {
    const [stored] = await (await this.#place.database()).query<{ events: number; firings: number }>(
      `select count(*)::int as events, (select count(*)::int from firings f join events e on e.account_id = f.account_id
          and e.id = f.event_id where f.account_id = $1 and e.ext_id like $2) as firings
        from events where account_id = $1 and ext_id like $2`,
      [this.#accountId, `${prefix}-%`],
    );
    const firings = firingsOf(count);
    if (stored?.events !== count || stored.firings !== firings) {
      const found = `${stored?.events} events and ${stored?.firings} firings`;
      throw new Error(`${prefix}: the database holds ${found} where there should be ${count} and ${firings}`);
    }
  }
}

/** Enough for a second or so, whatever the number of callers. */
function singlesOf(callers: number): number {
  return Math.max(200, callers * 40);
}

function split(events: Events, size: number): Events[] {
  return Array.from({ length: Math.ceil(events.length / size) }, (_, n) => events.slice(n * size, (n + 1) * size));
}

function bodyOf(events: Events): Buffer {
  return Buffer.from(JSON.stringify({ events }));
}

function resultsOf(answer: Buffer): readonly EventResult[] {
  const { results }: { results: readonly EventResult[] } = JSON.parse(answer.toString());
  return results;
}

function checkAccepted(results: readonly EventResult[], count: number): void {
  const accepted = results.filter(({ status }) => status === 'accepted').length;
  if (accepted !== count) throw new Error(`${accepted} of ${count} events were accepted`);
}
