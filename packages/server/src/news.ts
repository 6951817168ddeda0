import type { House } from './house.ts'
import { tell } from './router.ts'

/** Tells the news about presence whose time has come (promises: row 10). */
export function tellNews(house: House): void {
  const { presence, now } = house
  if (presence.wakeAt !== undefined && presence.wakeAt <= now) tell(house, presence.due(now))
}
