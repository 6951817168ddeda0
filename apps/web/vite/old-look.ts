import type { Plugin } from 'vite'

/** Puts the style sheet 98.css into a cascade layer `win98`, below everything of ours, and mends a query in it that is none. */
export const oldLook = (): Plugin => ({
  name: 'old-look',
  enforce: 'pre',
  transform: {
    filter: { id: /\/98\.css\/dist\/98\.css$/ },
    handler: (code) => ({
      code: `@layer win98 {${code.replaceAll('(not(hover))', '(hover: none)')}}`,
      map: null,
    }),
  },
})
