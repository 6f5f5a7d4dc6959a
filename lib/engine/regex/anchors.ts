// Zero-width tests at a position of the text.

import { ANCHORS, type Instruction } from './program';

const [START, END, BEFORE_LAST_NEWLINE, LINE_START, LINE_END, BOUNDARY] = ANCHORS.map((_, i) => i);

export function anchored({ number, set }: Instruction, text: Uint32Array, position: number): boolean {
  const end = text.length;
  switch (number) {
    case START:
      return position === 0;
    case END:
      return position === end;
    case BEFORE_LAST_NEWLINE:
      return position === end || (position === end - 1 && text[position] === 10);
    case LINE_START:
      return position === 0 || text[position - 1] === 10;
    case LINE_END:
      return position === end || text[position] === 10;
  }
  // On an empty text Python 3.11 finds neither \b nor \B.
  if (end === 0) return false;
  const before = position > 0 && set.has(text[position - 1] ?? 0);
  const after = position < end && set.has(text[position] ?? 0);
  return (before !== after) === (number === BOUNDARY);
}
