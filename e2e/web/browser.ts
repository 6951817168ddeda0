// The browser of every test that needs one, and the people who use it. Whatever a page complains about fails the test: errors on
// its console, exceptions that nobody caught, and everything that its security policy forbids. That includes `waitForFunction` with a
// text: wait with a locator or with `expect.poll`.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser } from './launch-browser.ts'

/** Somebody with a browser profile of their own. */
export interface Visitor {
  /** Their first tab; it is empty. */
  readonly page: Page
  /** Their tabs share what the browser keeps. */
  readonly context: BrowserContext
  /** What their pages have complained about, oldest first. */
  readonly complaints: readonly string[]
  newTab(): Promise<Page>
  /** Complaints like this one are what the test wants. */
  forgive(complaint: RegExp): void
}

export interface Visitors {
  /** Somebody new, who is gone after the test. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>
}

/** What a browser says of itself when a server is stopped or refuses: for `forgive`. */
export const brokenLine = /WebSocket connection to|Failed to load resource|ERR_(CONNECTION|INTERNET)/

/** Starts a browser before the tests of this file, and ends it after them. */
export function useBrowser(): Visitors {
  let browser: Browser | undefined
  const visitors: Watched[] = []

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterEach(async () => {
    const gone = visitors.splice(0)
    await Promise.all(gone.map(({ context }) => context.close()))
    expect(gone.flatMap(({ unforgiven }) => unforgiven())).toEqual([])
  })
  afterAll(() => browser?.close())

  return {
    async visitor(options = {}) {
      if (browser === undefined)
        throw new Error('the browser is started before the tests, not while they are collected')
      const visitor = await watch(await browser.newContext(options))
      visitors.push(visitor)
      return visitor
    },
  }
}

interface Watched extends Visitor {
  unforgiven(): readonly string[]
}

async function watch(context: BrowserContext): Promise<Watched> {
  const complaints: string[] = []
  const forgiven: RegExp[] = []
  // A test that waits longer waits for nothing.
  context.setDefaultTimeout(15_000)
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => {
    complaints.push(String(error.error().stack ?? error.error()))
  })
  // What only reports, and what another listener has dealt with, is not on the console.
  await context.exposeFunction('tellViolation', (violation: string) => complaints.push(violation))
  await context.addInitScript(
    `addEventListener('securitypolicyviolation', (event) =>
      tellViolation('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))`,
  )
  return {
    page: await context.newPage(),
    context,
    complaints,
    newTab: () => context.newPage(),
    forgive: (complaint) => void forgiven.push(complaint),
    unforgiven: () => complaints.filter((complaint) => !forgiven.some((pattern) => pattern.test(complaint))),
  }
}
