import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

/** What the API serves; everything else is the app's. */
const served = ['/api', '/docs', '/redoc', '/openapi.json', '/pictures', '/health', '/ready']

export default defineConfig(({ mode }) => {
  const api = loadEnv(mode, import.meta.dirname, 'API_')['API_ADDRESS'] ?? 'http://127.0.0.1:3000'
  const proxy = Object.fromEntries(served.map((path) => [path, api]))
  return {
    plugins: [react(), tailwindcss()],
    server: { proxy },
    preview: { proxy },
    build: {
      manifest: true,
      modulePreload: { polyfill: false },
      // A picture in a style sheet would need data: in the policy of more than pictures.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 400,
    },
  }
})
