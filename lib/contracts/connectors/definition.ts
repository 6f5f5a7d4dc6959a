/**
 * The describing side of a kind of integration: what is asked, what is checked, what is secret. Form, validation,
 * OpenAPI and storage follow from it; `lib/runtime/connectors/<kind>` is the acting side. Words are in the messages
 * under `integrations.kind.<kind>`.
 */
import * as z from 'zod';

export type ConnectorField = {
  readonly name: string;
  /** Heading under which the form shows it, where the kind has several. */
  readonly section?: string;
  /** Whether a value must be there; the schema says the same. */
  readonly required?: boolean;
} & (
  | { readonly control: 'text'; readonly example?: string }
  | { readonly control: 'number'; readonly min: number; readonly max: number }
  | { readonly control: 'boolean' }
  | { readonly control: 'choice'; readonly options: readonly string[] }
  /** A key of something of the account's; empty: none. */
  | { readonly control: 'reference'; readonly to: 'inbox' | 'group' }
  /** Kept encrypted, and never shown again. */
  | { readonly control: 'secret' }
);

export interface ConnectorDefinition {
  readonly kind: string;
  readonly icon: string;
  /** An account connects at most one. */
  readonly single: boolean;
  /** Whether there is another side whose connection can be tried. */
  readonly testable: boolean;
  /** Whether the test may send something to an address of the reader's choice. */
  readonly testTo?: boolean;
  /** Every key has a default or is required; unknown keys are refused. */
  readonly settings: z.ZodObject;
  /** In the order of the form. */
  readonly fields: readonly ConnectorField[];
}

export const defineConnector = (definition: ConnectorDefinition): ConnectorDefinition => definition;

/** Names of what is secret, and whether it must be there. */
export function secretsOf({ fields }: ConnectorDefinition): { name: string; required: boolean }[] {
  return fields.flatMap(({ name, control, required = false }) => (control === 'secret' ? [{ name, required }] : []));
}

/** An address that requests go to. */
export const requestAddress = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((text) => !URL.canParse(text) || (new URL(text).username === '' && new URL(text).password === ''), {
    params: { code: 'credentials_in_address' },
  });
