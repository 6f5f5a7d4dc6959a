import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root.replace(/\/$/, '') };

export default defineConfig({
  resolve: { alias },
  test: {
    // All cores, not all but one, which would halve two; above eight the throw-away PostgreSQL runs out of connections.
    maxWorkers: Math.min(8, availableParallelism()),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: [
            'lib/*.test.ts',
            'lib/{engine,contracts,http,client,messages,widget,demo-shop}/**/*.test.ts',
            'components/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          environment: 'node',
          // Properties are tried thousands of times, on machines that may be busy.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'components',
          include: ['components/**/*.test.tsx', 'lib/widget/**/*.test.tsx'],
          environment: 'jsdom',
          // A page of its own for every file, as without, but half as long: jsdom is loaded once per worker.
          pool: 'vmThreads',
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'services',
          include: ['lib/{services,runtime,auth}/**/*.test.ts', 'db/**/*.test.ts', 'app/**/*.test.ts'],
          environment: 'node',
          hookTimeout: 60_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
});
