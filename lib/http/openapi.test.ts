import { describe, expect, it } from 'vitest';
import { describeApi } from './openapi';

const api = describeApi('https://example.org');

/** Every `$ref` of a document. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}

function at(path: string): unknown {
  const steps = path.replace('#/', '').split('/');
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    api,
  );
}

describe('the OpenAPI document', () => {
  it('refers only to what it contains', () => {
    const references = [...new Set(referencesIn(api))];
    expect(references.length).toBeGreaterThan(5);
    expect(references.filter((reference) => at(reference) === undefined)).toEqual([]);
  });

  it('describes the body of a trigger down to each operator’s value', () => {
    const text = JSON.stringify(at('#/components/schemas/TriggerCondition'));
    expect(text).toContain('"customer_prev_conversations"');
    expect(text).toContain('"maximum":32000');
    const body = JSON.stringify(Reflect.get(Object(at('#/paths')), '/api/v1/triggers'));
    expect(body).toContain('#/components/schemas/TriggerGroup');
  });
});
