/** In the place of `lib/engine/elapsed`: nothing of a visit is an amount of time with a unit. */
export const elapsedMinutes = () => undefined;
