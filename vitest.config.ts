import { globSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const folders = [...globSync(['apps/*', 'packages/*'], { cwd: import.meta.dirname }), 'infra']

export default defineConfig({
  test: {
    // A loaded machine is slow, not wrong.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: folders.map((folder) => ({ extends: true, test: { name: folder, root: folder } })),
  },
})
