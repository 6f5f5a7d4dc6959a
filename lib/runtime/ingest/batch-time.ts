/** The time of a transaction: it stands in most columns of most rows, so its text is made once. */
export class BatchTime extends Date {
  #text: string | undefined;

  override toJSON(): string {
    this.#text ??= this.toISOString();
    return this.#text;
  }
}
