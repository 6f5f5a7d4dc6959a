import { ai } from './ai/connector';
import { base } from './base/connector';
import type { Connector, Effect } from './connector';
import { mail } from './mail/connector';

/** Every kind that acts outside. A new kind: its folder and one line here. */
const connectors: readonly Connector[] = [mail, ai, base];

export const lanes: readonly string[] = ['webhook', ...connectors.map(({ kind }) => kind)];

export function connectorOf(kind: string): Connector | undefined {
  return connectors.find((connector) => connector.kind === kind);
}

/** The effect of an action, with the kind of integration that it goes through. */
export function effectOf(action: string): (Effect & { readonly kind: string }) | undefined {
  for (const { kind, effects } of connectors) {
    const effect = Object.hasOwn(effects, action) ? effects[action] : undefined;
    if (effect) return { ...effect, kind };
  }
  return undefined;
}
