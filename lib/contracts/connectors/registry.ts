import { ai } from './ai';
import { base } from './base';
import type { ConnectorDefinition } from './definition';
import { mail } from './mail';
import { source } from './source';

/** Every kind of integration, in the order of the choice. A new kind: its file and one line here. */
export const connectors: readonly ConnectorDefinition[] = [mail, ai, base, source];

export function connectorDefinition(kind: string): ConnectorDefinition | undefined {
  return connectors.find((connector) => connector.kind === kind);
}
