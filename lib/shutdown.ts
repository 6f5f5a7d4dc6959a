/**
 * What must happen before this process ends, last registered first. Kept on globalThis because instrumentation,
 * routes and scripts are separate bundles; `scripts/serve.ts` finds it there under the same symbol.
 */
const key = Symbol.for('signalbox.shutdown');
type Step = { name: string; run: () => Promise<void> | void };
type Registry = { steps: Step[]; running?: Promise<void>; run: () => Promise<void> };

/** Registers work for the end of the process, such as closing the database. A second one of the same name replaces it. */
export function atShutdown(name: string, run: Step['run']): void {
  const { steps } = registry();
  const index = steps.findIndex((step) => step.name === name);
  if (index >= 0) steps.splice(index, 1);
  steps.push({ name, run });
}

/** Runs every step once, the last registered first; a failing step is reported and does not stop the others. */
export function shutDown(): Promise<void> {
  return registry().run();
}

function registry(): Registry {
  const holder = globalThis as { [key]?: Registry };
  holder[key] ??= createRegistry();
  return holder[key];
}

function createRegistry(): Registry {
  const registry: Registry = {
    steps: [],
    run() {
      registry.running ??= runSteps(registry.steps).finally(() => {
        registry.running = undefined;
      });
      return registry.running;
    },
  };
  return registry;
}

async function runSteps(steps: Step[]): Promise<void> {
  for (let step = steps.pop(); step; step = steps.pop()) {
    try {
      await step.run();
    } catch (error) {
      console.error(`Ending ${step.name} failed: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }
}
