import type { Days } from './tickets-address';

/** Days as the browser's clock has them. */
export const localDays: Days = {
  before(days) {
    const now = new Date();
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toISOString();
  },
  day(day, later) {
    const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
    if (!year || !month || !date) return null;
    return new Date(Number(year), Number(month) - 1, Number(date) + later).toISOString();
  },
};
