/** What is said of a failed attempt beside its code; secrets of the integration are taken out before it is kept. */
export interface Failure {
  /** The other side's own words. */
  readonly detail?: string | undefined;
  /** What was sent and answered all the same: kept with the step. */
  readonly receipt?: Readonly<Record<string, unknown>> | undefined;
}

/** One attempt came to nothing; tried again with growing pauses. `message` is a code. */
export class AttemptFailed extends Error {
  override readonly name: string = 'AttemptFailed';
  failure: Failure;

  constructor(code: string, failure: Failure = {}) {
    super(code);
    this.failure = failure;
  }

  /** Says more of it; what is said here takes the place of what was said before. */
  with(more: Failure): this {
    this.failure = { ...this.failure, ...more };
    return this;
  }
}

/** Trying again is useless. `message` is a code. */
export class Permanent extends AttemptFailed {
  override readonly name = 'Permanent';
}

/** Try again at this moment and not before. */
export class RetryAt extends AttemptFailed {
  override readonly name: string = 'RetryAt';
  readonly at: Date;

  constructor(at: Date, code: string, failure: Failure = {}) {
    super(code, failure);
    this.at = at;
  }
}

/** The other side will hear nobody of this account until then: everything that goes there waits as long. */
export class PausedUntil extends RetryAt {
  override readonly name = 'PausedUntil';
}

/** Nothing was sent, because it is not the time: it does not count as an attempt. */
export class Postponed extends RetryAt {
  override readonly name = 'Postponed';
}
