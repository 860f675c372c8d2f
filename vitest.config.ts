import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    passWithNoTests: true,
    // Some tests train networks; slow machines train slowly.
    testTimeout: 60_000,
  },
});
