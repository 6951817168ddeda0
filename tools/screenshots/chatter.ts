import { setTimeout } from 'node:timers/promises'
import { uinOf } from './people.ts'
import type { Town } from './town.ts'

const talkers = ['lighthouse', '0xC0FFEE', 'clockwork', 'solder_iron', 'modem_owl', 'bob'] as const

/**
 * People of the town talk with each other, now more, now less, so that an administrator has something to see. Returns
 * what ends it.
 */
export function chatter(town: Town): () => Promise<void> {
  let isOn = true
  const talk = async (): Promise<void> => {
    for (let step = 0; isOn; step++) {
      const from = talkers[step % talkers.length]!
      const to = talkers[(step * step + 1) % talkers.length]!
      if (from !== to)
        await town
          .who(from)
          .send(uinOf(to), `line ${step}`)
          .catch(() => {})
      await setTimeout(150 + 90 * Math.sin(step / 90) + 50 * Math.sin(step / 11))
    }
  }
  const ended = talk()
  return () => {
    isOn = false
    return ended
  }
}
