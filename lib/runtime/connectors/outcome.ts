/** Trying again is useless. `message` is a code. */
export class Permanent extends Error {
  override readonly name = 'Permanent';
}

/** Try again at this moment and not before. */
export class RetryAt extends Error {
  override readonly name = 'RetryAt';
  readonly at: Date;

  constructor(at: Date, message: string) {
    super(message);
    this.at = at;
  }
}
