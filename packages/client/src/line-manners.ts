import type { Millis } from '@seekyou/language'
import { clientManners, type LinkManners } from '@seekyou/link'

/** Two rounds of six sends, ten seconds apart: a client asks twice before it believes that the server is gone. */
const twice = Array<Millis>(12).fill(10_000)
/** What others are to see of the user is repeated sooner at first: nothing happens when it comes twice. */
const soon: readonly Millis[] = [2_000, 3_000, 5_000, ...twice.slice(1)]
/** How patiently this client repeats itself: it stays on line for longer than a client of the time would. */
export const lineManners: Omit<LinkManners, 'ackCode'> = {
  ...clientManners,
  // A message is sent again every half minute for as long as the line holds; it must be known again whenever it comes.
  rememberMs: Number.POSITIVE_INFINITY,
  waits: { ...clientManners.waits, steady: twice, message: twice, brisk: soon },
}
