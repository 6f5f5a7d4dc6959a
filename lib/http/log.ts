import pino from 'pino';

/** The process's log. Nobody passes customers' data or a driver's error object to it. */
export const log = pino({
  level: process.env.LOG_LEVEL?.trim() || (process.env.VITEST ? 'silent' : 'info'),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
});
