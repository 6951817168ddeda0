// One crew, in a process of its own: it does what it is told, and says what it has measured.
import { Complaint } from '../../complaint.ts'
import type { CrewWord, Order } from '../crew-words.ts'
import type { Crew } from './activity.ts'
import { makeCrew } from './make-crew.ts'
import { type Play, playPhase } from './play-phase.ts'

let crew: Crew | undefined
let play: Play | undefined

const say = (word: CrewWord): void => void process.send?.(word)
const fail = (error: unknown): void =>
  say({ kind: 'failed', sentence: error instanceof Complaint ? error.message : String(error) })

// Whoever gives the orders is interrupted, too, and will say what is to be done.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
process.on('message', (order: Order) => {
  switch (order.kind) {
    case 'open':
      makeCrew(order.options).then((made) => {
        crew = made
        say({ kind: 'ready' })
      }, fail)
      return
    case 'start':
      play = playPhase(crew!, order.phase)
      play.tally.then((tally) => say({ kind: 'done', tally }), fail)
      return
    case 'measure':
      play!.measure()
      return
    case 'stop':
      play!.stop()
  }
})
