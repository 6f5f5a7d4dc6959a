export interface Repeated {
  /** Resolves when a round that runs has ended. */
  stop(): Promise<void>;
}

/**
 * Runs a task again and again, never twice at once: at once while it answers that there was something to do, else
 * after the pause. A failing round is reported and the next one tries again.
 * @param task answers how much it did
 */
export function repeatEvery(
  milliseconds: number,
  task: () => Promise<number>,
  onError: (error: unknown) => void,
): Repeated {
  let stopped = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, milliseconds);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  const loop = async () => {
    while (!stopped) {
      const done = await task().catch((error: unknown) => {
        onError(error);
        return 0;
      });
      if (done === 0 && !stopped) await pause();
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
