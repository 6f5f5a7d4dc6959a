import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import { pathAt, readTolerantly } from './json-document';
import { constantsOf, type JsonSchema, resolve, schemasAt } from './json-schema-walk';

/** Completion of names and values from a JSON Schema. */
export function completeFrom(schema: JsonSchema) {
  return (context: CompletionContext): CompletionResult | null => {
    const node = syntaxTree(context.state).resolveInner(context.pos, -1);
    const inString = node.name === 'String' || node.name === 'PropertyName';
    const from = inString ? node.from : (context.matchBefore(/[\w"]*/)?.from ?? context.pos);
    const document = readTolerantly(context.state);
    const isName = node.name === 'PropertyName' || node.name === 'Object' || node.name === '{';
    const holder = isName
      ? node.name === 'Object'
        ? node
        : node.parent?.name === 'Property'
          ? node.parent.parent
          : node.parent
      : null;
    const options = isName
      ? nameOptions(schema, document, pathAt(holder, context.state))
      : valueOptions(schema, document, pathAt(node.name === 'Property' ? node.lastChild : node, context.state));
    if (options.length === 0 || (!context.explicit && !inString)) return null;
    return { from, to: inString ? node.to : context.pos, options, validFor: /^"?[\w]*"?$/ };
  };
}

function nameOptions(root: JsonSchema, document: unknown, path: ReturnType<typeof pathAt>): Completion[] {
  const names = new Map<string, JsonSchema>();
  for (const schema of schemasAt(root, document, path)) {
    for (const [name, property] of Object.entries(schema.properties ?? {}))
      if (!names.has(name)) names.set(name, resolve(root, property));
  }
  return [...names].map(([name, { description, title }]) => ({
    label: JSON.stringify(name),
    detail: description ?? title,
    apply: `${JSON.stringify(name)}: `,
    type: 'property',
  }));
}

function valueOptions(root: JsonSchema, document: unknown, path: ReturnType<typeof pathAt>): Completion[] {
  // What stands at the path now must not narrow the choice of what could stand there.
  const holder = path.slice(0, -1);
  const last = path.at(-1);
  const seen = new Map<string, Completion>();
  for (const schema of schemasAt(root, without(document, path), holder)) {
    const property =
      typeof last === 'number' ? schema.items : last === undefined ? undefined : schema.properties?.[last];
    if (!property) continue;
    for (const constant of constantsOf(root, property)) {
      const label = JSON.stringify(constant);
      seen.set(label, { label, detail: resolve(root, property).title ?? schema.title, type: 'constant' });
    }
  }
  return [...seen.values()];
}

function without(document: unknown, path: ReturnType<typeof pathAt>): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return undefined;
  if (Array.isArray(document)) return document.map((each, index) => (index === step ? without(each, rest) : each));
  if (typeof document !== 'object' || document === null) return document;
  const entries = Object.entries(document).map(
    ([key, value]) => [key, key === step ? without(value, rest) : value] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
