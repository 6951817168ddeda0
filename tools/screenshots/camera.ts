import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { smaller } from './smaller.ts'

/** Takes pictures of pages and keeps them as NAME.png in one folder. */
export interface Camera {
  take(page: Page, name: string): Promise<void>
}

export function cameraFor(folder: string): Camera {
  return {
    async take(page, name) {
      await page.evaluate('document.fonts.ready')
      // Nothing is pointed at.
      await page.mouse.move(700, 1)
      // Nothing is in motion, no caret blinks.
      const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
      const bytes = smaller(picture)
      writeFileSync(join(folder, `${name}.png`), bytes)
      console.log(`${name}.png  ${Math.round(bytes.length / 1024)} KiB`)
    },
  }
}
