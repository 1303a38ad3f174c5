import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{core,scripts,widget,site}/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
