/**
 * A failure of the database without its data: drivers put query, parameters and offending values
 * into their errors, and those are customers' texts. `code` is the SQLSTATE, or the driver's or
 * socket's own code (`CONNECTION_CLOSED`, `ECONNREFUSED`).
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor(code: string, message: string, constraint?: string, table?: string) {
    super(message);
    this.code = code;
    this.constraint = constraint;
    this.table = table;
  }
}

/** SQLSTATEs after which the same transaction may succeed: deadlock, serialisation, lock time-out. */
const retryable = new Set(['40P01', '40001', '55P03']);

export function isRetryable(error: unknown): boolean {
  return error instanceof DatabaseError && retryable.has(error.code);
}

/** Takes whatever a driver threw; answers what may be logged. */
export function toDatabaseError(error: unknown): Error {
  if (error instanceof DatabaseError) return error;
  if (!(error instanceof Error)) return new DatabaseError('unknown', 'The database failed without an error');
  // Programming errors of ours (unsupported parameter, guard) carry no data and keep their stack.
  if (!('code' in error) || typeof error.code !== 'string') {
    return error instanceof TypeError ? error : new DatabaseError('unknown', withoutValues(error.message));
  }
  return new DatabaseError(
    error.code,
    safeMessage(error.code, error.message),
    text(error, 'constraint_name') ?? text(error, 'constraint'),
    text(error, 'table_name') ?? text(error, 'table'),
  );
}

/** Messages of class 22 (data exception) and P0 (raised) quote the value after a colon or in quotes. */
function safeMessage(code: string, message: string): string {
  return /^(22|P0)/.test(code) ? withoutValues(message) : message;
}

function withoutValues(message: string): string {
  return message.replace(/:.*/s, '').replace(/"[^"]*"/g, '…');
}

function text(error: Error, key: string): string | undefined {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
