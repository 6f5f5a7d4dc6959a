import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './environment';
import { type Variable, variables } from './environment-variables';

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('readEnvironment', () => {
  it('needs nothing', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 3000,
      url: 'http://localhost:3000',
      dataDirectory: '.data/signalbox',
      databaseUrl: undefined,
      trustedProxies: [],
      worker: true,
      oidc: undefined,
      logLevel: 'info',
    });
  });

  it('takes empty variables as absent and trims the others', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: ' debug ' })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
      logLevel: 'debug',
    });
  });

  it('builds the address from the port, and keeps only the origin of a given one', () => {
    expect(readEnvironment({ PORT: '4001' }).url).toBe('http://localhost:4001');
    expect(readEnvironment({ SIGNALBOX_URL: 'https://help.example.com/' }).url).toBe('https://help.example.com');
  });

  it('splits the list of proxies', () => {
    expect(readEnvironment({ SIGNALBOX_TRUSTED_PROXIES: '10.0.0.0/8, ::1,192.168.1.4' }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1',
      '192.168.1.4',
    ]);
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['SIGNALBOX_URL', 'help.example.com'],
    ['SIGNALBOX_URL', 'https://example.com/help'],
    ['SIGNALBOX_URL', 'ftp://example.com'],
    ['SIGNALBOX_TRUSTED_PROXIES', '10.0.0.0/8,everyone'],
    ['SIGNALBOX_WORKER', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['OIDC_ISSUER', 'login.example.com'],
    ['SIGNALBOX_HOST', 'a b'],
  ])('refuses %s=%s, naming variable and value', (name, value) => {
    const [message] = problemsOf({ [name]: value });
    expect(message).toContain(`${name} must be `);
    expect(message).toContain(`"${value}"`);
  });

  it.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db/shop'],
    ['SIGNALBOX_SECRET', 'hunter2'],
    ['SIGNALBOX_API_TOKEN', 'hunter2'],
  ])('never prints the value of %s', (name, value) => {
    const [message] = problemsOf({ [name]: value });
    expect(message).toContain(`${name} must be `);
    expect(message).toContain(`${value.length} characters long`);
    expect(message).not.toContain('hunter2');
  });

  it('lists every problem at once', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'y', SIGNALBOX_SECRET: 'z' })).toHaveLength(3);
  });

  it('wants the three OIDC variables together', () => {
    expect(problemsOf({ OIDC_ISSUER: 'https://login.example.com' })).toHaveLength(2);
    const all = { OIDC_ISSUER: 'https://login.example.com', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
    expect(readEnvironment(all).oidc?.name).toBe('Single sign-on');
  });

  it('accepts the examples that can be copied', () => {
    for (const name of ['PORT', 'SIGNALBOX_URL', 'DATABASE_URL', 'SIGNALBOX_TRUSTED_PROXIES', 'LOG_LEVEL'] as const) {
      expect(problemsOf({ [name]: variables[name].example })).toEqual([]);
    }
  });
});

describe('docs/operations.md', () => {
  it('lists every variable as it is declared', () => {
    const page = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8');
    const documented = page.split('\n').filter((line) => line.startsWith('| `'));
    const declared = Object.entries<Variable>(variables).map(
      ([name, { description, fallback, example }]) =>
        `| \`${name}\` | ${description} | ${fallback ?? '–'} | ${example} |`,
    );
    expect(documented).toEqual(declared);
  });
});
