import * as z from 'zod';
import { type ConnectorDefinition, secretsOf } from './connectors/definition';
import { connectors } from './connectors/registry';
import { pageOf, pageQuery } from './list';
import { email, instant, key, keyOrId, name, uuid, version } from './value';

const secret = z.string().min(1).max(4_000);

const common = { name, key: key.optional(), channel: keyOrId.nullable().optional(), active: z.boolean().optional() };

function inputOf(definition: ConnectorDefinition) {
  const names = secretsOf(definition);
  const shape = names.map(({ name, required }) => [name, required ? secret : secret.optional()] as const);
  const secrets = z.strictObject(Object.fromEntries(shape));
  const needsSecret = names.some(({ required }) => required);
  const optional = definition.settings.safeParse({}).success;
  return z.strictObject({
    ...common,
    kind: z.literal(definition.kind),
    settings: optional ? definition.settings.prefault({}) : definition.settings,
    secrets: needsSecret ? secrets : secrets.optional(),
  });
}

type Input = ReturnType<typeof inputOf>;
const [first, ...others] = connectors.map(inputOf);

/** What an integration needs depends on its kind. */
export const integrationInput = z.discriminatedUnion('kind', [first, ...others] as [Input, ...Input[]]);

const anything = z.record(z.string().max(60), z.unknown());
const secretChange = z.record(z.string().max(60), secret.nullable());

/** What is absent stays as it is, also within `settings` and `secrets`; a secret that is null is forgotten. */
export const integrationChange = z
  .strictObject({
    name,
    channel: common.channel,
    settings: anything,
    secrets: secretChange,
    active: z.boolean(),
    version,
  })
  .partial();

/** `unknown`: never tried · `working` · `failing`: the last attempt failed · `paused`: the other side wants no requests until then. */
export const integrationHealth = z.object({
  state: z.enum(['unknown', 'working', 'failing', 'paused', 'inactive']),
  lastSuccessAt: instant.nullable(),
  lastErrorAt: instant.nullable(),
  /** A code, as in the log. */
  lastError: z.string().nullable(),
  /** The other side's own words. */
  lastDetail: z.string().nullable(),
  pausedUntil: instant.nullable(),
  /** Of a mailbox: when it was last read. */
  lastFetchAt: instant.nullable(),
  /** Mails that were left aside, so that the others could go on, newest first; `code` says why. */
  problems: z.array(z.object({ at: instant, code: z.string() })),
  /** Settings that name something that there is not, or not any more. */
  missing: z.array(z.string()),
});

export const integration = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  kind: z.string(),
  channel: z.string().nullable(),
  settings: anything,
  /** Names of the secrets that are kept; they are never shown. */
  secrets: z.array(z.string()),
  active: z.boolean(),
  version: z.int(),
  health: integrationHealth,
  createdAt: instant,
  updatedAt: instant,
});

export const integrationPage = pageOf(integration);
export const integrationQuery = pageQuery(['name', 'changed']).extend({ kind: z.string().max(60).optional() });

/** Tried before it is saved. Of an integration that exists, what is absent is as stored. */
export const connectionTest = z.strictObject({
  settings: anything.optional(),
  secrets: secretChange.optional(),
  /** Where a test message goes, of kinds that send. */
  to: email.optional(),
});
export const newConnectionTest = connectionTest.extend({ kind: z.string().max(60) });

/** One part of a connection: `code` says what is wrong, `detail` what the other side said. */
export const connectionCheck = z.object({
  part: z.string(),
  ok: z.boolean(),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
export const connectionResult = z.object({ ok: z.boolean(), checks: z.array(connectionCheck) });

/** What an integration offers to choose from: statuses of orders. */
export const integrationOption = z.object({ id: z.string(), name: z.string() });

/** As it was read last; null: never. With `error`, a code as in the log, the last attempt to read it failed. */
export const integrationOptions = z.object({
  items: z.array(integrationOption),
  readAt: instant.nullable(),
  /** From then on it is read again when somebody asks. */
  expiresAt: instant.nullable(),
  error: z.string().nullable(),
  /** The other side's own words. */
  detail: z.string().nullable(),
});

type AnyInput = z.input<typeof integrationInput>;
export type IntegrationInput = Omit<AnyInput, 'settings' | 'secrets'> & Partial<Pick<AnyInput, 'settings' | 'secrets'>>;
export type IntegrationChange = z.input<typeof integrationChange>;
export type Integration = z.output<typeof integration>;
export type IntegrationHealth = z.output<typeof integrationHealth>;
export type IntegrationQuery = z.output<typeof integrationQuery>;
export type ConnectionTest = z.output<typeof connectionTest>;
export type ConnectionCheck = z.output<typeof connectionCheck>;
export type ConnectionResult = z.output<typeof connectionResult>;
export type IntegrationOption = z.output<typeof integrationOption>;
export type IntegrationOptions = z.output<typeof integrationOptions>;
