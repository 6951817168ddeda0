// Draws the icons of the installed program from favicon.svg, with the browser of the tests: `node tools/draw-icons/main.ts`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../../e2e/web/launch-browser.ts'

const folder = join(import.meta.dirname, '../../apps/web/public')
const drawing = readFileSync(join(folder, 'favicon.svg'), 'utf8')
const background = /<rect [^>]*fill="(#\w+)"/.exec(drawing)?.[1] ?? 'none'
// Systems cut any shape out of a maskable icon: the drawing keeps to the inner four fifths, the ground has no corners.
const maskable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-7 -7 62 62"><rect x="-7" y="-7" width="62" height="62" fill="${background}"/>${sized(drawing, 48)}</svg>`

mkdirSync(join(folder, 'icons'), { recursive: true })
const browser = await launchBrowser()
try {
  for (const [name, svg] of [
    ['icon', drawing],
    ['maskable', maskable],
  ] as const) {
    for (const size of [192, 512]) {
      const page = await browser.newPage({ viewport: { width: size, height: size } })
      await page.setContent(`<style>body{margin:0;background:none}svg{display:block}</style>${sized(svg, size)}`)
      writeFileSync(join(folder, `icons/${name}-${size}.png`), await page.screenshot({ omitBackground: true }))
      await page.close()
    }
  }
} finally {
  await browser.close()
}

function sized(svg: string, size: number): string {
  return svg.replace('<svg ', `<svg width="${size}" height="${size}" `)
}
