/**
 * Every variable that Signalbox reads, declared once. The parser (`environment.ts`) takes its rules from here and
 * `docs/operations.md` lists the same names; a test compares the two.
 */
import * as z from 'zod';

export type Variable = {
  /** What the variable decides, in one sentence. */
  description: string;
  /** Shown where the variable is absent; `undefined` means "off". */
  fallback?: string;
  /** Completes "must be …" in messages. */
  expected: string;
  example: string;
  /** The value never appears in messages or logs. */
  secret?: true;
  schema: z.ZodType<unknown, string>;
};

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(65_535));

const httpUrl = z.url({ protocol: /^https?$/ });
const origin = httpUrl
  .refine((text) => URL.canParse(text) && new URL(text).pathname === '/' && !/[?#@]/.test(text))
  .transform((text) => new URL(text).origin);

const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);
const addresses = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(address).min(1));

const atLeast32 = z.string().min(32);

export const variables = {
  PORT: {
    description: 'Port of the web server.',
    fallback: '3000',
    expected: 'a whole number from 1 to 65535',
    example: '3000',
    schema: port,
  },
  SIGNALBOX_HOST: {
    description: 'Address that the web server listens on. The demo and the development server default to `127.0.0.1`.',
    fallback: '0.0.0.0',
    expected: 'an IP address or a host name',
    example: '127.0.0.1',
    schema: z.string().regex(/^[\w.:-]+$/),
  },
  SIGNALBOX_URL: {
    description: 'Public address of the admin center: sign-in, links in e-mail and the widget’s snippet use it.',
    fallback: '`http://localhost:PORT`',
    expected: 'an address with http or https and without a path',
    example: 'https://support.example.com',
    schema: origin,
  },
  SIGNALBOX_DATA_DIR: {
    description:
      'Folder of the embedded database and of the generated secret. Unused by the database with `DATABASE_URL`.',
    fallback: '`.data/signalbox`',
    expected: 'a folder that this process may write',
    example: '/var/lib/signalbox',
    schema: z.string(),
  },
  DATABASE_URL: {
    description: 'PostgreSQL to use in place of the embedded database (PostgreSQL 14 or newer).',
    expected: 'a connection string that begins with postgres:// or postgresql://',
    example: 'postgres://signalbox:password@localhost:5432/signalbox',
    secret: true,
    schema: z.string().regex(/^postgres(ql)?:\/\/./),
  },
  SIGNALBOX_SECRET: {
    description:
      'Signs sessions and encrypts stored credentials. The same for all processes; a new one signs everybody out.',
    fallback: 'generated into the data folder (embedded database only)',
    expected: 'at least 32 characters, for example from: openssl rand -base64 48',
    example: 'output of `openssl rand -base64 48`',
    secret: true,
    schema: atLeast32,
  },
  SIGNALBOX_API_TOKEN: {
    description: 'API token with the rights of an admin of the first account, for infrastructure as code.',
    expected: 'at least 32 characters',
    example: 'output of `openssl rand -hex 32`',
    secret: true,
    schema: atLeast32,
  },
  SIGNALBOX_TRUSTED_PROXIES: {
    description: 'Proxies whose `X-Forwarded-For` is believed. Without it the header is ignored.',
    expected: 'IP addresses or CIDR ranges with commas between them',
    example: '10.0.0.0/8,192.168.1.4',
    schema: addresses,
  },
  SIGNALBOX_WORKER: {
    description: 'Whether the web server also works off waits and deliveries. `off` needs `npm run worker` beside it.',
    fallback: 'on',
    expected: 'on or off',
    example: 'off',
    schema: z.enum(['on', 'off']),
  },
  SIGNALBOX_ALLOW_PRIVATE_ADDRESSES: {
    description:
      'Whether webhooks and integrations may go to addresses of private networks and of this machine: `1` for trying and for servers of your own.',
    fallback: '0',
    expected: '1 or 0',
    example: '1',
    schema: z.enum(['0', '1']),
  },
  OIDC_ISSUER: {
    description:
      'OpenID Connect issuer for single sign-on. The three `OIDC_` variables below without default belong to it.',
    expected: 'an address with http or https',
    example: 'https://login.example.com/realms/support',
    schema: httpUrl,
  },
  OIDC_CLIENT_ID: {
    description: 'Client id that the issuer gave to Signalbox.',
    expected: 'the id shown by the issuer',
    example: 'signalbox',
    schema: z.string(),
  },
  OIDC_CLIENT_SECRET: {
    description: 'Client secret that the issuer gave to Signalbox.',
    expected: 'the secret shown by the issuer',
    example: 'as shown by the issuer',
    secret: true,
    schema: z.string(),
  },
  OIDC_NAME: {
    description: 'Label of the single sign-on button.',
    fallback: 'Single sign-on',
    expected: 'at most 40 characters',
    example: 'Example Corp',
    schema: z.string().max(40),
  },
  LOG_LEVEL: {
    description: 'Least severe level that is logged.',
    fallback: 'info',
    expected: 'one of fatal, error, warn, info, debug, trace, silent',
    example: 'debug',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  },
  CHROMIUM_PATH: {
    description: 'Browser for the journeys and screenshots, where the bundled one is not wanted.',
    expected: 'the path of a Chromium or Chrome program',
    example: '/usr/bin/chromium',
    schema: z.string(),
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;
