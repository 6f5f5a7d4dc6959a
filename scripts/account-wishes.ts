import * as z from 'zod';

const schema = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.email(),
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  language: z.enum(['en', 'fr']),
  timeZone: z.string().refine(isTimeZone),
});

export type AccountWishes = z.output<typeof schema>;

const expected: Record<keyof AccountWishes, string> = {
  name: '--name must say what the account is called',
  email: '--email must be the address of its first admin',
  key: '--key must be made of a–z, 0–9 and hyphens',
  language: '--language must be en or fr',
  timeZone: '--time-zone must be a name such as Europe/Paris',
};

/** Completes and checks the arguments of `npm run account`. @throws Error that says which is wrong */
export function readAccountWishes(given: Record<string, string | undefined>): AccountWishes {
  const result = schema.safeParse({
    name: given.name,
    email: given.email,
    key: given.key ?? slug(given.name ?? ''),
    language: given.language ?? 'en',
    timeZone: given['time-zone'] ?? 'UTC',
  });
  if (result.success) return result.data;
  const fields = new Set(result.error.issues.map(({ path }) => String(path[0])));
  const problems = Object.entries(expected).filter(([field]) => fields.has(field));
  throw new Error(problems.map(([, message]) => `${message}.`).join('\n'));
}

function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 63);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
