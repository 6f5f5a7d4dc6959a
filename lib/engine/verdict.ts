/**
 * Verdicts are three-valued (Kleene): an unknown part makes the whole unknown only when it could change the
 * answer. Inside the engine a judgement is `true`, `false` or the reason why it cannot be told.
 */
export type UnknownReason = 'no_value' | 'regex_budget' | 'reference_gone' | 'malformed';
export type Judgement = boolean | UnknownReason;
export type Verdict = 'met' | 'unmet' | 'unknown';

export function verdictOf(judgement: Judgement): Verdict {
  if (judgement === true) return 'met';
  return judgement === false ? 'unmet' : 'unknown';
}

/** ALL: one unmet decides; otherwise one unknown; otherwise met. */
export function allOf(parts: readonly Judgement[]): Judgement {
  let unknown: UnknownReason | undefined;
  for (const part of parts) {
    if (part === false) return false;
    if (part !== true) unknown ??= part;
  }
  return unknown ?? true;
}

/** ANY: one met decides; otherwise one unknown; otherwise unmet. */
export function anyOf(parts: readonly Judgement[]): Judgement {
  let unknown: UnknownReason | undefined;
  for (const part of parts) {
    if (part === true) return true;
    if (part !== false) unknown ??= part;
  }
  return unknown ?? false;
}

/** The opposite of what is known; what is unknown stays unknown. */
export function not(judgement: Judgement): Judgement {
  return typeof judgement === 'boolean' ? !judgement : judgement;
}
