import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { oldLook } from './vite/old-look.ts'
import { precache } from './vite/precache.ts'

// Whoever builds from inside a test has another one set, and gets what is meant for development.
process.env.NODE_ENV = 'production'

// `--mode testing` builds pages that only the browser tests need.
export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    oldLook(),
    ...(mode === 'testing' ? [] : [precache({ page: 'client', worker: 'sw', without: /^\/assets\/admin-/ })]),
  ],
  build: {
    target: 'es2024',
    // What is inlined would be refused by the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input:
        mode === 'testing'
          ? { testing: 'testing.html' }
          : { client: 'index.html', admin: 'admin.html', sw: 'src/service-worker/main.ts' },
      // What only a page that is fetched later uses of a package comes with that page.
      treeshake: { moduleSideEffects: (id) => !/\/packages\/\w+\/src\//.test(id) },
      // A service worker is looked for again under the name that it had.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
}))
