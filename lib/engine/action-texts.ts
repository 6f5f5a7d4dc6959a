import type { Parameter } from './definition';
import { textFor } from './language';
import { renderPlaceholders, type ValueLabels } from './placeholder-text';
import { actionOf } from './registry';
import type { Action } from './rule';
import type { Facts, Family, Json } from './value';

/** Every text of these actions in which placeholders are replaced: in all languages, quick replies too. */
export function textsOf(family: Family, actions: readonly Action[]): string[] {
  return actions.flatMap((action) =>
    (actionOf(family, action.action)?.parameters ?? []).flatMap((parameter) =>
      textsIn(parameter, action[parameter.name]),
    ),
  );
}

/** The action as it is performed: texts in the reader's language, placeholders replaced once. */
export function renderAction(
  family: Family,
  action: Action,
  facts: Facts,
  labels: ValueLabels,
  language: string | null,
): Record<string, Json | undefined> {
  const parameters = actionOf(family, action.action)?.parameters ?? [];
  const variants = parameters.find(({ kind }) => kind === 'texts');
  const translations = variants && recordOf(action[variants.name]);
  const rendered = parameters.flatMap((parameter): [string, Json][] => {
    const value = action[parameter.name];
    if (parameter.kind === 'lines' && Array.isArray(value))
      return [[parameter.name, value.map((line) => renderPlaceholders(String(line), facts, labels))]];
    if (!takesPlaceholders(parameter) || typeof value !== 'string') return [];
    // Translations are of the text with several lines, not of the sender.
    const text = parameter.multiline ? textFor(language, value, translations) : value;
    return [[parameter.name, renderPlaceholders(text, facts, labels)]];
  });
  const { [variants?.name ?? '']: _, ...rest } = action;
  return { ...rest, ...Object.fromEntries(rendered) };
}

function textsIn(parameter: Parameter, value: Json | undefined): string[] {
  if (parameter.kind === 'text') return takesPlaceholders(parameter) && typeof value === 'string' ? [value] : [];
  if (parameter.kind === 'texts') return Object.values(recordOf(value));
  return parameter.kind === 'lines' && Array.isArray(value) ? value.map(String) : [];
}

function recordOf(value: Json | undefined): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([language, text]) => [language, String(text)]));
}

function takesPlaceholders(parameter: Parameter): parameter is Extract<Parameter, { kind: 'text' }> {
  return parameter.kind === 'text' && parameter.placeholders && !parameter.liquid;
}
