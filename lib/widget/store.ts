import { type Action, emptyState, reduce, type State } from './state';

/** The state, and what is told when it changes. */
export type Store = {
  get(): State;
  /** Changes this tab. */
  apply(action: Action): void;
  /** Changes this tab and tells the others. */
  share(action: Action): void;
};

export function openStore(changed: (after: State, before: State) => void, tell: (action: Action) => void): Store {
  let state = emptyState;
  const apply = (action: Action) => {
    const before = state;
    state = reduce(before, action);
    changed(state, before);
  };
  return {
    get: () => state,
    apply,
    share(action) {
      apply(action);
      tell(action);
    },
  };
}
