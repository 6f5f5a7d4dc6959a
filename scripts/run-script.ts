import { shutDown } from '@/lib/shutdown';

/** Runs a script's work; an error becomes its message, without a stack, and exit code 1. */
export async function runScript(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'Unknown error');
    process.exitCode = 1;
  } finally {
    await shutDown();
  }
}
