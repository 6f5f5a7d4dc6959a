import { type Html, html } from './html';

export type Frame = 'diamond' | 'step-through' | 'longtail' | 'drop-bar' | 'small';

type Drawing = {
  wheels: readonly [number, number, number];
  frame: string;
  rest: string;
  crank: readonly [number, number];
};

const flat = 'M62 36H84M74 42V36M130 32H146';
const dropped = 'M62 36H84M74 42V36M130 32H142C150 32 150 44 142 44';

/** Drawn in a box of 200 by 120. `wheels`: centres left and right, radius. */
const drawings: Record<Frame, Drawing> = {
  diamond: {
    ...{ wheels: [44, 156, 30], crank: [92, 84], rest: flat },
    frame: 'M44 82 92 84 74 42 132 42 92 84M44 82 76 48M130 32 156 82',
  },
  'step-through': {
    ...{ wheels: [44, 156, 30], crank: [94, 84] },
    frame: 'M44 82 94 84 74 40M94 84C120 72 132 58 137 36M82 58 44 82M137 30 156 82',
    rest: 'M62 36H84M74 42V36M137 30 124 24M137 30H148',
  },
  longtail: {
    ...{ wheels: [40, 160, 26], crank: [98, 86], rest: 'M68 38H90M80 44V38M134 34H150' },
    frame: 'M40 86 98 86 80 44 136 46 98 86M40 86 82 52M134 34 160 86M80 56H8M22 56 40 86M8 64H56',
  },
  'drop-bar': {
    ...{ wheels: [44, 156, 30], crank: [92, 84], rest: dropped },
    frame: 'M44 82 92 84 74 42 132 46 92 84M44 82 76 48M130 34 156 82',
  },
  small: {
    ...{ wheels: [56, 144, 24], crank: [96, 90], rest: 'M70 50H90M82 56V50M126 46H142M128 46 122 38' },
    frame: 'M56 88 96 90 82 56 128 58 96 90M56 88 84 62M126 46 144 88',
  },
};

export function bike(kind: Frame, colour: string, className = 'bike'): Html {
  const { wheels, frame, rest, crank } = drawings[kind];
  const [left, right, radius] = wheels;
  const y = kind === 'longtail' ? 86 : kind === 'small' ? 88 : 82;
  const spokes = [left, right].map((x) => spokesOf(x, y, radius - 1)).join('');
  return html`<svg class="${className}" viewBox="0 0 200 120" fill="none" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
    ><g class="rubber" stroke-width="4"><circle cx="${left}" cy="${y}" r="${radius}"/><circle cx="${right}" cy="${y}" r="${radius}"/></g
    ><path class="spokes" d="${spokes}"/><path stroke="${colour}" stroke-width="5.5" d="${frame}"/><path class="rubber" stroke-width="4.5" d="${rest}"/><circle class="crank" cx="${crank[0]}" cy="${crank[1]}" r="7"/></svg>`;
}

function spokesOf(x: number, y: number, radius: number): string {
  return [0, 45, 90, 135]
    .map((degrees) => {
      const [dx, dy] = [Math.cos, Math.sin].map((of) => Math.round(of((degrees * Math.PI) / 180) * radius));
      return `M${x - (dx ?? 0)} ${y - (dy ?? 0)} ${x + (dx ?? 0)} ${y + (dy ?? 0)}`;
    })
    .join('');
}
