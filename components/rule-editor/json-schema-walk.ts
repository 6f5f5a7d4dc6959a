/** The part of JSON Schema that rule schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}

/**
 * The schemas that apply at a path of a document. Of alternatives only those stay whose constants agree with what is
 * already written beside the cursor: `"field": "message"` leaves the operators of `message`.
 */
export function schemasAt(root: JsonSchema, document: unknown, path: readonly (string | number)[]): JsonSchema[] {
  let schemas = alternatives(root, root, document);
  let value = document;
  for (const step of path) {
    value = childOf(value, step);
    schemas = schemas.flatMap((schema) => {
      const next = typeof step === 'number' ? schema.items : schema.properties?.[step];
      return next ? alternatives(root, next, value) : [];
    });
  }
  return schemas;
}

/** The constants that a schema allows, when it allows only some. */
export function constantsOf(root: JsonSchema, schema: JsonSchema): unknown[] {
  const resolved = resolve(root, schema);
  if (resolved.const !== undefined) return [resolved.const];
  if (resolved.enum) return [...resolved.enum];
  if (resolved.type === 'boolean') return [true, false];
  return [...(resolved.anyOf ?? []), ...(resolved.oneOf ?? [])].flatMap((each) => constantsOf(root, each));
}

export function resolve(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.match(/^#\/\$defs\/(.+)$/)?.[1];
  const target = schema.$ref === '#' ? root : name === undefined ? undefined : root.$defs?.[name];
  return target ? resolve(root, target) : schema;
}

function alternatives(root: JsonSchema, schema: JsonSchema, value: unknown): JsonSchema[] {
  const resolved = resolve(root, schema);
  const choices = [...(resolved.anyOf ?? []), ...(resolved.oneOf ?? [])];
  if (choices.length === 0) return [resolved];
  const all = choices.flatMap((choice) => alternatives(root, choice, value));
  const agreeing = all.filter((each) => agrees(root, each, value));
  return agreeing.length > 0 ? agreeing : all;
}

function agrees(root: JsonSchema, schema: JsonSchema, value: unknown): boolean {
  if (!isRecord(value) || !schema.properties) return !isRecord(value) && !schema.properties;
  return Object.entries(value).every(([key, written]) => {
    const property = schema.properties?.[key];
    if (!property) return false;
    const constants = typeof written === 'string' ? constantsOf(root, property) : [];
    return constants.length === 0 || constants.includes(written);
  });
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isRecord(value) ? value[step] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
