/**
 * Liquid as workflows use it: texts, conditions and loops over what is given, and nothing that reads files or takes a
 * value for a template. Bounded in time and memory, since a text is written in the middle of a transaction.
 */
import { filters, Liquid } from 'liquidjs';
import { LIMITS } from '../limits';

const TAGS_LEFT_OUT = ['include', 'render', 'layout', 'block', 'liquid', 'tablerow'];
/** They read their argument as an expression: a value would become a template. */
const FILTERS_LEFT_OUT = ['where_exp', 'reject_exp', 'group_by_exp', 'has_exp', 'find_exp', 'find_index_exp'];

/** A moment that writes itself in zone and language, and that the filter `date` takes. */
export class LocalMoment {
  readonly date: Date;
  readonly #written: string;

  constructor(date: Date, written: string) {
    this.date = date;
    this.#written = written;
  }

  toString(): string {
    return this.#written;
  }
}

const engines = new Map<string, Liquid>();

/** The engine of a zone and a language; the filter `date` works in them. */
export function liquidFor(timeZone: string, locale: string): Liquid {
  const key = `${timeZone}|${locale}`;
  const known = engines.get(key);
  if (known) return known;
  if (engines.size > 100) engines.clear();
  const made = makeEngine(timeZone, locale);
  engines.set(key, made);
  return made;
}

function makeEngine(timeZone: string, locale: string): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    timezoneOffset: timeZone,
    locale,
    parseLimit: 4 * LIMITS.textLength,
    renderLimit: 200,
    memoryLimit: 200_000,
    templates: {},
  });
  for (const tag of TAGS_LEFT_OUT) delete liquid.tags[tag];
  for (const filter of FILTERS_LEFT_OUT) delete liquid.filters[filter];
  const { date } = filters;
  liquid.registerFilter('date', function (value: unknown, ...rest: unknown[]) {
    // The library's own filter, given a date in the place of our moment.
    return Reflect.apply(date as () => unknown, this, [value instanceof LocalMoment ? value.date : value, ...rest]);
  });
  return liquid;
}
