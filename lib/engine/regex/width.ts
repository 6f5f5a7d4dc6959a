// Minimum and maximum number of characters a sequence can consume, with CPython's clipping.

import { type Node, UNLIMITED, type Width } from './ast';

const ZERO: Width = { min: 0, max: 0 };

export function widthOf(nodes: readonly Node[], groups: readonly (Width | undefined)[]): Width {
  let min = 0;
  let max = 0;
  for (const node of nodes) {
    const width = nodeWidth(node, groups);
    min += width.min;
    max += width.max;
  }
  return { min: Math.min(min, UNLIMITED - 1), max: Math.min(max, UNLIMITED) };
}

function nodeWidth(node: Node, groups: readonly (Width | undefined)[]): Width {
  switch (node.kind) {
    case 'chars':
      return { min: 1, max: 1 };
    case 'group':
    case 'atomic':
      return widthOf(node.body, groups);
    case 'branch':
      return either(node.options.map((option) => widthOf(option, groups)));
    case 'repeat': {
      const body = widthOf(node.body, groups);
      return { min: body.min * node.min, max: body.max * node.max };
    }
    case 'reference':
      return groups[node.group] ?? ZERO;
    case 'conditional':
      return either([widthOf(node.yes, groups), widthOf(node.no, groups)]);
    default:
      return ZERO;
  }
}

function either(widths: readonly Width[]): Width {
  return { min: Math.min(...widths.map((w) => w.min)), max: Math.max(...widths.map((w) => w.max)) };
}
