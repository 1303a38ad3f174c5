import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{core,scripts,widget,site}/**/*.test.ts'],
    setupFiles: ['tests/helpers/seed.ts'],
    testTimeout: 30_000,
    // Tests share no state that a module keeps: loading each module once a worker is enough.
    isolate: false,
    // One fewer is what it would take, which is one on a machine of two.
    maxWorkers: availableParallelism(),
  },
});
