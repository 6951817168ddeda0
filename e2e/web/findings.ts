import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** All that axe knows of the levels A and AA, and what it calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * The band over all panes is a pseudo-element, and axe judges no colour where one lies: it is told to look past them, and the heads get
 * the lightest colour of the band for a ground.
 */
const seeing = { checks: { 'color-contrast': { options: { ignorePseudo: true } } } } as object
const band = `if (document.documentElement.dataset.band === undefined) {
  document.documentElement.dataset.band = 'solid'
  document.styleSheets[0].insertRule('.app .head { background: var(--band-to) }')
}`

/** What axe finds on a page as it stands: nothing, or a line for each finding. */
export async function findings(page: Page, state: string, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(band)
  // Its other mode opens a page for each look.
  const axe = new AxeBuilder({ page }).options(seeing).setLegacyMode()
  const { violations, passes } = await (rules === undefined ? axe.withTags(tags) : axe.withRules([...rules])).analyze()
  const isBlind = ![...violations, ...passes].some(({ id }) => id === 'color-contrast')
  if (isBlind) return [`${state}: no colour could be judged`]
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, any }) => `${state}: ${id} (${impact}) ${html} ${any[0]?.message ?? ''}`),
  )
}

/** The same in light and in dark: colours are all that differs. */
export async function findingsInBoth(page: Page, state: string): Promise<readonly string[]> {
  const light = await findings(page, state)
  await page.evaluate("document.documentElement.dataset.theme = 'dark'")
  const dark = await findings(page, `${state}, dark`, ['color-contrast'])
  await page.evaluate("document.documentElement.dataset.theme = 'light'")
  return [...light, ...dark]
}
