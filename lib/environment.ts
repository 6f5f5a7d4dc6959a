/** The process's environment, parsed once: everything else asks here and never reads `process.env` itself. */
import type * as z from 'zod';
import { type VariableName, variables } from '@/lib/environment-variables';

type Values = { [Name in VariableName]?: z.output<(typeof variables)[Name]['schema']> };
type Source = Record<string, string | undefined>;

export type Environment = {
  port: number;
  host: string;
  /** Origin without a trailing slash. */
  url: string;
  dataDirectory: string;
  databaseUrl: string | undefined;
  secret: string | undefined;
  apiToken: string | undefined;
  /** IP addresses and CIDR ranges. */
  trustedProxies: readonly string[];
  worker: boolean;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  logLevel: NonNullable<Values['LOG_LEVEL']>;
  chromiumPath: string | undefined;
};

export type EnvironmentProblem = { variable: VariableName; message: string };

/** Says which variables are wrong and what would be right; values of secrets never appear. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(readonly problems: readonly EnvironmentProblem[]) {
    super(['The environment is not usable:', ...problems.map(({ message }) => `  - ${message}`)].join('\n'));
  }
}

let parsed: Environment | undefined;

/** The environment of this process. @throws EnvironmentError on the first call when something is wrong. */
export function environment(): Environment {
  parsed ??= readEnvironment(process.env);
  return parsed;
}

/** Parses `source`; an empty variable counts as absent. @throws EnvironmentError listing every problem at once. */
export function readEnvironment(source: Source): Environment {
  const problems: EnvironmentProblem[] = [];
  const values = readValues(source, problems);
  const oidc = readOidc(values, problems);
  if (problems.length > 0) throw new EnvironmentError(problems);
  const port = values.PORT ?? 3000;
  return {
    port,
    host: values.SIGNALBOX_HOST ?? '0.0.0.0',
    url: values.SIGNALBOX_URL ?? `http://localhost:${port}`,
    dataDirectory: values.SIGNALBOX_DATA_DIR ?? '.data/signalbox',
    databaseUrl: values.DATABASE_URL,
    secret: values.SIGNALBOX_SECRET,
    apiToken: values.SIGNALBOX_API_TOKEN,
    trustedProxies: values.SIGNALBOX_TRUSTED_PROXIES ?? [],
    worker: values.SIGNALBOX_WORKER !== 'off',
    oidc,
    logLevel: values.LOG_LEVEL ?? 'info',
    chromiumPath: values.CHROMIUM_PATH,
  };
}

function readValues(source: Source, problems: EnvironmentProblem[]): Values {
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(variables)) {
    const text = source[name]?.trim();
    if (!text) continue;
    const result = variable.schema.safeParse(text);
    if (result.success) values[name] = result.data;
    else problems.push({ variable: name as VariableName, message: explain(name as VariableName, text) });
  }
  // The loop above gives every name its own schema's output, which a mapped type cannot follow.
  return values as Values;
}

function explain(name: VariableName, text: string): string {
  const { expected, ...variable } = variables[name];
  const shown = 'secret' in variable ? `its value, ${text.length} characters long, is not` : `"${text}" is not`;
  return `${name} must be ${expected} (${shown}).`;
}

function readOidc(values: Values, problems: EnvironmentProblem[]): Environment['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (issuer && clientId && clientSecret) {
    return { issuer, clientId, clientSecret, name: values.OIDC_NAME ?? 'Single sign-on' };
  }
  if (!issuer && !clientId && !clientSecret) return undefined;
  for (const variable of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) {
    if (values[variable]) continue;
    const message = `${variable} must be set too: single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together.`;
    if (!problems.some((problem) => problem.variable === variable)) problems.push({ variable, message });
  }
  return undefined;
}
