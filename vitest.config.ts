import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const folders = [...globSync(['apps/*', 'packages/*'], { cwd: import.meta.dirname }), 'infra']

export default defineConfig({
  test: {
    // A loaded machine is slow, not wrong.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // The web app has a configuration of its own.
    projects: folders.map((folder) =>
      existsSync(join(import.meta.dirname, folder, 'vitest.config.ts'))
        ? folder
        : { extends: true, test: { name: folder, root: folder } },
    ),
  },
})
