import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'apps/web',
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/set-up.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
