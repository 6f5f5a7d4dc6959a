import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const running = new Set<ChildProcess>();
let ended = false;

/** Starts a program of `node_modules` or a script of the project with the Node that runs this one. */
export function startNode(args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs it to its end. Answers the exit code; a signal counts as 1. */
export function runNode(args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return exitOf(startNode(args, options));
}

/** The code with which `child` ends; 1 when a signal ended it or it could not start. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Sends every child the signal that this process gets, then ends once they have. A second signal does not wait. */
export function passSignalsOn(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const again = ended;
      ended = true;
      for (const child of running) child.kill(again ? 'SIGKILL' : 'SIGTERM');
      if (running.size === 0) process.exit(130);
    });
  }
}

/** True once a signal asked this process to end. */
export function isEnding(): boolean {
  return ended;
}
