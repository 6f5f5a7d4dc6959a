/** What is wrong with a text in Liquid: its syntax, and names that are no variables. */
import { LIMITS } from '../limits';
import { actionOf, variables } from '../registry';
import type { Action } from '../rule';
import type { RuleIssue } from '../validation/issues';
import type { Family } from '../value';
import { liquidFor } from './engine';

const NAMES: ReadonlySet<string> = new Set(variables.map(({ id }) => id));
/** What every text has of its own. */
const PROPERTIES = new Set(['size']);

/** The variables that a text uses, each once, in no order. Empty for a text that is not well formed. */
export function variablesIn(text: string): string[] {
  try {
    return Object.keys(liquidFor('UTC', 'en').analyzeSync(liquidFor('UTC', 'en').parse(text)).globals).filter((name) =>
      NAMES.has(name),
    );
  } catch {
    return [];
  }
}

/** One place where a text takes a value from outside. */
export interface NameUse {
  readonly name: string;
  readonly known: boolean;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** Every name that a text uses, in no order. @throws Error for a text that is not well formed */
export function namesUsed(text: string): NameUse[] {
  const liquid = liquidFor('UTC', 'en');
  const { globals } = liquid.analyzeSync(liquid.parse(text));
  return Object.values(globals).flatMap((uses) =>
    uses.map(({ segments, location }) => ({
      name: segments.map(nameOf).join('.').slice(0, 100),
      known: NAMES.has(String(segments[0])) && segments.slice(1).every((part) => PROPERTIES.has(String(part))),
      line: location.row,
      column: location.col,
    })),
  );
}

export function issuesOfText(text: string, path: string): RuleIssue[] {
  try {
    const unknown = namesUsed(text).filter(({ known }) => !known);
    return unknown.map(({ name, line, column }) => ({
      path,
      code: 'unknown_variable',
      params: { name, line, column },
    }));
  } catch (error) {
    return [{ path, code: 'liquid', params: { reason: reasonOf(error) } }];
  }
}

/** The same for every text of a rule's actions. Takes actions of any shape: what is malformed is reported elsewhere. */
export function issuesOfTexts(family: Family, actions: unknown): RuleIssue[] {
  if (!Array.isArray(actions)) return [];
  return actions.flatMap((action: unknown, index) =>
    liquidTextsOf(family, action).flatMap(([name, text]) => issuesOfText(text, `do[${index}].${name}`)),
  );
}

/** The texts in Liquid of one action, by parameter. */
export function liquidTextsOf(family: Family, action: unknown): [string, string][] {
  if (typeof action !== 'object' || action === null || Array.isArray(action)) return [];
  const given = action as Partial<Action>;
  return (actionOf(family, String(given.action))?.parameters ?? []).flatMap((parameter): [string, string][] => {
    const text = given[parameter.name];
    const isLiquid = parameter.kind === 'text' && parameter.liquid;
    return isLiquid && typeof text === 'string' && text.length <= LIMITS.textLength ? [[parameter.name, text]] : [];
  });
}

function nameOf(segment: unknown): string {
  return Array.isArray(segment) ? `[${segment.map(nameOf).join('.')}]` : String(segment);
}

/** The library's first line, without the excerpt that follows. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unknown';
  return (message.split('\n')[0] ?? '').slice(0, 200);
}
