import { setTimeout as sleep } from 'node:timers/promises';
import type { Agent, Customer, Heard } from './people';

export interface Couple {
  readonly customer: Customer;
  readonly agent: Agent;
}

export interface Talked {
  /** Milliseconds from before the sender's request to the moment the other side's stream brought the text. */
  readonly toAgent: readonly number[];
  readonly toCustomer: readonly number[];
  /** Messages that never came. */
  readonly lost: number;
  /** How many streams brought each message to an agent, on average: colleagues of the group see it too. */
  readonly agentsPerMessage: number;
}

const PATIENCE_MILLISECONDS = 10_000;

/** Messages on the way, by their text, which is theirs alone. */
export class Post {
  readonly #sent = new Map<string, { at: number; to: string }>();
  #milliseconds: { toAgent: number[]; toCustomer: number[] } = { toAgent: [], toCustomer: [] };
  #brought = 0;
  #messages = 0;
  #round = 0;

  /** Give it to every stream. */
  readonly heard: Heard = (listener, text) => {
    const now = performance.now();
    // The sender's own stream brings it too.
    if (text.startsWith('to-agent') && listener.startsWith('agent-')) this.#brought += 1;
    const sent = this.#sent.get(text);
    if (!sent || sent.to !== listener) return;
    this.#sent.delete(text);
    this.#milliseconds[text.startsWith('to-agent') ? 'toAgent' : 'toCustomer'].push(now - sent.at);
  };

  /** Sends so many messages a second, the two ways in turn, each between another couple. */
  async talk(couples: readonly Couple[], perSecond: number, seconds: number): Promise<Talked> {
    this.#milliseconds = { toAgent: [], toCustomer: [] };
    this.#sent.clear();
    [this.#brought, this.#messages, this.#round] = [0, 0, this.#round + 1];
    const sending: Promise<void>[] = [];
    const started = performance.now();
    for (let number = 0; number < perSecond * seconds; number++) {
      const due = started + (number / perSecond) * 1_000;
      await sleep(Math.max(0, due - performance.now()));
      const couple = couples[(number * 7) % couples.length];
      if (couple) sending.push(this.#send(couple, number));
    }
    await Promise.all(sending);
    const end = performance.now() + PATIENCE_MILLISECONDS;
    while (this.#sent.size > 0 && performance.now() < end) await sleep(20);
    const agentsPerMessage = this.#brought / Math.max(1, this.#messages);
    return { ...this.#milliseconds, lost: this.#sent.size, agentsPerMessage };
  }

  #send({ customer, agent }: Couple, number: number): Promise<void> {
    const toAgent = number % 2 === 0;
    const text = `${toAgent ? 'to-agent' : 'to-customer'}-${number}-${this.#round}`;
    if (toAgent) this.#messages += 1;
    this.#sent.set(text, { at: performance.now(), to: toAgent ? agent.key : customer.conversation });
    return toAgent ? customer.write(text) : agent.write(customer.conversation, text);
  }
}
