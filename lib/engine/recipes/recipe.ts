import type { Action, Group } from '../rule';

export type RecipeLocale = 'en' | 'fr';
export type Localised<T = string> = Readonly<Record<RecipeLocale, T>>;

/** Keys of configuration that a recipe names; empty ones are chosen in the editor, which marks them. */
export interface RecipeKeys {
  readonly group?: string;
  readonly schedule?: string;
}

/** A trigger that is ready but for a look: texts in both languages, nothing about the account but keys. */
export interface Recipe {
  readonly id: string;
  readonly name: Localised;
  /** What it is good for, one sentence. */
  readonly description: Localised;
  readonly on: string;
  readonly oncePerTicket: boolean;
  when(keys: RecipeKeys): Group;
  do(locale: RecipeLocale): readonly Action[];
}

/** A recipe as a new, inactive trigger: what the editor opens with, and what the API takes. */
export function fromRecipe(recipe: Recipe, locale: RecipeLocale, keys: RecipeKeys = {}) {
  return {
    name: recipe.name[locale],
    description: recipe.description[locale],
    active: false,
    oncePerTicket: recipe.oncePerTicket,
    channels: [] as string[],
    on: recipe.on,
    when: recipe.when(keys),
    do: recipe.do(locale),
  };
}
