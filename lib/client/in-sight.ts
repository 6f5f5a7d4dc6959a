/** Whether any tab of the product is in sight: each that is holds a shared lock. */
const LOCK = 'signalbox:in-sight';

export async function isInSight(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  if (typeof navigator.locks === 'undefined') return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === LOCK);
}

/** Keeps the others told of this tab; answers how to stop. */
export function holdSight(): () => void {
  if (typeof navigator.locks === 'undefined') return () => {};
  let release = () => {};
  const update = () => {
    release();
    release = () => {};
    if (document.visibilityState !== 'visible') return;
    const hidden = new Promise<void>((resolve) => {
      release = resolve;
    });
    void navigator.locks.request(LOCK, { mode: 'shared' }, () => hidden);
  };
  update();
  document.addEventListener('visibilitychange', update);
  return () => {
    document.removeEventListener('visibilitychange', update);
    release();
  };
}
