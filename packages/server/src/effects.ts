// What an intent led to becomes datagrams, changes of presence, and errands to the store.
import { type Effects, nothing } from '@seekyou/service'
import type { Guest } from './guest.ts'
import type { House } from './house.ts'
import { say, tell } from './router.ts'

/** How many errands of one guest may wait for the store; one more is treated as if the store were away. */
const errandsMax = 128

/** Puts into effect what an intent of this guest led to; `request` marks the answers. */
export function takeEffect(house: House, guest: Guest, { answers, told, later }: Effects, request: number): void {
  if (answers && !guest.isGone) for (const event of answers) say(house, guest, event, request)
  if (told) tell(house, told)
  if (!later) return
  if (guest.errands.length >= errandsMax) {
    house.counters.overflows += 1
    takeEffect(house, guest, later.unmet ?? nothing, request)
    return
  }
  guest.errands.push({ later, request })
  if (guest.errands.length === 1) runErrands(house, guest)
}

/** One after another, so that of two changes the later one wins. */
function runErrands(house: House, guest: Guest): void {
  const [next] = guest.errands
  if (!next) return
  const { later, request } = next
  house.errands.start(later.errand, (returned) => {
    guest.errands.shift()
    takeEffect(house, guest, 'result' in returned ? returned.result : (later.unmet ?? nothing), request)
    runErrands(house, guest)
  })
}
