// JavaScript source with exactly Python's meaning for the patterns where that can be written down. All classes,
// case folding and anchors are spelled out; of the flags only `u` is used. Refused (undefined) is whatever the two
// languages run differently: loops over bodies that may be empty, captures that an iteration may leave unset,
// references to groups that may be unset, captures inside of look-behind, atomic and possessive parts.

import { type Anchor, type Ast, capturesIn, type Node, type RepeatNode, UNLIMITED } from './ast';
import { CharSet } from './char-set';
import { widthOf } from './width';

const MAX_COUNT = 1000;
const MAX_SOURCE = 200_000;

export function nativeSource(ast: Ast): string | undefined {
  const writer = new Writer(ast);
  const source = writer.sequence(ast.body, { loops: 1, certain: true, behind: false });
  return source === undefined || source.length > MAX_SOURCE ? undefined : `^(?:${source})$`;
}

interface Place {
  /** Product of the counts of enclosing bounded loops, which the native compiler may unroll. */
  loops: number;
  /** Nothing between here and the pattern, or the innermost loop, can be skipped. */
  certain: boolean;
  behind: boolean;
  inLoop?: boolean;
}

class Writer {
  private readonly certainGroups = new Set<number>();

  constructor(private readonly ast: Ast) {}

  sequence(nodes: readonly Node[], place: Place): string | undefined {
    let out = '';
    for (const node of nodes) {
      const one = this.node(node, place);
      if (one === undefined) return undefined;
      out += one;
    }
    return out;
  }

  private node(node: Node, place: Place): string | undefined {
    switch (node.kind) {
      case 'chars':
        return charsSource(node.set);
      case 'anchor':
        return anchorSource(node.anchor, node.words);
      case 'group':
        return this.group(node.group, node.body, place);
      case 'branch':
        return this.branch(node.options, place);
      case 'repeat':
        return this.repeat(node, place);
      case 'look':
        return this.look(node, place);
      case 'reference':
        if (!this.certainGroups.has(node.group) || node.compare !== 'exact' || place.behind) return undefined;
        return `(?:\\${node.group})`;
      case 'never':
        return '(?!)';
      default:
        return undefined;
    }
  }

  private group(group: number | null, body: readonly Node[], place: Place): string | undefined {
    if (group !== null && (place.behind || (place.inLoop && !place.certain))) return undefined;
    const source = this.sequence(body, place);
    if (source === undefined) return undefined;
    if (group === null) return `(?:${source})`;
    if (place.certain && !place.inLoop) this.certainGroups.add(group);
    return `(${source})`;
  }

  private branch(options: readonly Node[][], place: Place): string | undefined {
    const all = options.map((option) => this.sequence(option, { ...place, certain: false }));
    return all.includes(undefined) ? undefined : `(?:${all.join('|')})`;
  }

  private repeat(node: RepeatNode, place: Place): string | undefined {
    if (node.mode === 'possessive' || widthOf(node.body, this.ast.widths).min === 0) return undefined;
    const counted = node.max === UNLIMITED ? Math.max(1, node.min) : node.max;
    const loops = place.loops * Math.max(1, counted);
    if (loops > MAX_COUNT) return undefined;
    const many = node.max > 1;
    // Optional parts within an iteration may leave its captures unset, whatever loop they stand in.
    const certain = place.inLoop || !many ? place.certain && node.min > 0 : true;
    const body = this.sequence(node.body, { ...place, loops, certain, inLoop: place.inLoop || many });
    if (body === undefined) return undefined;
    return `(?:${body})${quantifier(node.min, node.max)}${node.mode === 'lazy' ? '?' : ''}`;
  }

  private look(node: Extract<Node, { kind: 'look' }>, place: Place): string | undefined {
    if (place.inLoop && capturesIn(node.body)) return undefined;
    const certain = place.certain && !node.negate;
    const body = this.sequence(node.body, { ...place, certain, behind: place.behind || node.behind });
    if (body === undefined) return undefined;
    return `(?${node.behind ? '<' : ''}${node.negate ? '!' : '='}${body})`;
  }
}

function quantifier(min: number, max: number): string {
  if (max === UNLIMITED) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function anchorSource(anchor: Anchor, words: CharSet | undefined): string {
  const word = words ? classSource(words) : '[]';
  switch (anchor) {
    case 'text_start':
      return '^';
    case 'text_end':
      return '$';
    case 'end_or_last_newline':
      return '(?=\\n?$)';
    case 'line_start':
      return '(?<![^\\n])';
    case 'line_end':
      return '(?![^\\n])';
    case 'boundary':
      return `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
    // Python 3.11 finds neither \b nor \B in an empty text.
    case 'not_boundary':
      return `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word})(?:(?=[^])|(?<=[^])))`;
  }
}

const classSources = new WeakMap<CharSet, string>();

function classSource(set: CharSet): string {
  const known = classSources.get(set);
  if (known !== undefined) return known;
  const source = writeClass(set);
  classSources.set(set, source);
  return source;
}

function charsSource(set: CharSet): string | undefined {
  return mentionsSurrogates(set) ? undefined : classSource(set);
}

function writeClass(set: CharSet): string {
  const { single } = set;
  if (single !== undefined) return charSource(single);
  const other = set.complement();
  if (other.ranges.length < set.ranges.length) return `[^${rangesSource(other)}]`;
  return `[${rangesSource(set)}]`;
}

function rangesSource({ ranges }: CharSet): string {
  let out = '';
  for (let i = 0; i < ranges.length; i += 2) {
    const low = ranges[i] ?? 0;
    const high = ranges[i + 1] ?? 0;
    out += low === high ? charSource(low) : `${charSource(low)}-${charSource(high)}`;
  }
  return out;
}

function charSource(point: number): string {
  const char = String.fromCodePoint(point);
  return /^[a-zA-Z0-9 @#%&_,:;<>=!'"~`]$/.test(char) ? char : `\\u{${point.toString(16)}}`;
}

/** Lone surrogates by name stay with the matcher; sets that hold all of them or none are safe. */
function mentionsSurrogates(set: CharSet): boolean {
  const some = set.overlaps(SURROGATES);
  return some && set.complement().overlaps(SURROGATES);
}

const SURROGATES = new CharSet([0xd800, 0xdfff]);
