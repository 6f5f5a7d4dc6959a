/** Seconds that the page was in sight: stands still in a hidden tab, begins anew with the route. */
export interface PageClock {
  seconds(): number;
  restart(): void;
  visible(is: boolean): void;
}

export function openPageClock(now: () => number, visibleAtFirst: boolean): PageClock {
  let gathered = 0;
  let since = visibleAtFirst ? now() : null;
  const elapsed = () => gathered + (since === null ? 0 : Math.max(0, now() - since));
  return {
    seconds: () => Math.floor(elapsed() / 1_000),
    restart() {
      gathered = 0;
      since = since === null ? null : now();
    },
    visible(is) {
      gathered = elapsed();
      since = is ? now() : null;
    },
  };
}
