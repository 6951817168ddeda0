// The same in a browser, where there are WebSockets only: no UDP, no direct connections, no disk.
import { setDefaultWorld } from './default-world.ts'
import { browserWorld } from './world/browser.ts'

export * from './api.ts'
export { browserWorld }

setDefaultWorld(browserWorld)
