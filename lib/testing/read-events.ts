export interface ReadEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Server-sent events of an answer, one at a time. */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<string>;
  #text = '';

  constructor(response: Response) {
    if (!response.body) throw new Error('The answer has no body');
    this.#reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** The next event besides `ping`; undefined at the end. */
  async next(): Promise<ReadEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) {
        const { done, value } = await this.#reader.read();
        if (done) return undefined;
        this.#text += value;
        continue;
      }
      const block = this.#text.slice(0, end);
      this.#text = this.#text.slice(end + 2);
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (event !== undefined && event !== 'ping') return { event, data: JSON.parse(data ?? 'null') };
    }
  }

  /** Events up to the first that meets the condition, which is the last of them. */
  async until(condition: (event: ReadEvent) => boolean): Promise<ReadEvent[]> {
    const events: ReadEvent[] = [];
    for (let event = await this.next(); event; event = await this.next()) {
      events.push(event);
      if (condition(event)) return events;
    }
    throw new Error(`The stream ended: ${JSON.stringify(events).slice(0, 500)}`);
  }

  close(): Promise<void> {
    return this.#reader.cancel();
  }
}
