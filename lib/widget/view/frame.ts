import type { Acts } from '../acts';
import type { State } from '../state';
import type { More } from '../surroundings';
import type { Translate } from '../words';

/** What every part of the view gets. */
export type Frame = {
  state: State;
  acts: Acts;
  t: Translate;
  /** Milliseconds since 1970, by the browser's clock. */
  now: number;
  /** Once it is loaded. */
  more: More | undefined;
};
