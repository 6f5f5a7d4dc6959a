// Texts that a parsed pattern is likely to match: one random way through it, look-arounds and anchors not obeyed.

import type { Node } from '@/lib/engine/regex/ast';
import { parse } from '@/lib/engine/regex/parser';
import type { Random } from './regex-cases';

/** Undefined when the pattern does not parse. */
export function sampler(pattern: string, ignoreCase: boolean, random: Random): (() => string) | undefined {
  try {
    const { body } = parse(pattern, ignoreCase);
    return () => new Sample(random).sequence(body);
  } catch {
    return undefined;
  }
}

class Sample {
  private readonly groups = new Map<number, string>();
  private left = 40;

  constructor(private readonly random: Random) {}

  sequence(nodes: readonly Node[]): string {
    let out = '';
    for (const node of nodes) out += this.node(node);
    return out;
  }

  private node(node: Node): string {
    switch (node.kind) {
      case 'chars':
        return this.left-- > 0 ? this.char(node.set.ranges) : '';
      case 'group': {
        const text = this.sequence(node.body);
        if (node.group !== null) this.groups.set(node.group, text);
        return text;
      }
      case 'branch':
        return this.sequence(node.options[this.random.below(node.options.length)] ?? []);
      case 'repeat': {
        const extra = this.random.below(Math.min(4, node.max - node.min + 1));
        return Array.from({ length: Math.min(20, node.min + extra) }, () => this.sequence(node.body)).join('');
      }
      case 'atomic':
        return this.sequence(node.body);
      case 'reference':
        return this.groups.get(node.group) ?? '';
      case 'conditional':
        return this.sequence(this.groups.has(node.group) ? node.yes : node.no);
      default:
        return '';
    }
  }

  private char(ranges: readonly number[]): string {
    const inside = (char: string) => {
      const point = char.codePointAt(0) ?? 0;
      return ranges.some((low, i) => i % 2 === 0 && low <= point && point <= (ranges[i + 1] ?? 0));
    };
    const usual = Array.from('abcAB1 _-').filter(inside);
    if (usual.length > 0 && this.random.chance(0.8)) return usual[this.random.below(usual.length)] ?? '';
    const at = 2 * this.random.below(ranges.length / 2);
    const low = ranges[at] ?? 0;
    return String.fromCodePoint(low + this.random.below(Math.min(200, (ranges[at + 1] ?? low) - low + 1)));
  }
}
