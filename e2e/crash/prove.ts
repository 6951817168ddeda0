// The real program on a real disk, killed again and again in the middle of its work. After each death the next life is asked for
// everything that was promised before.
import { importUsers, newDataFolder, removeDataFolder, type StartedServer, startServer } from '../started-server.ts'
import { Clients } from './clients.ts'
import { diceFrom } from './dice.ts'
import { Ledger } from './ledger.ts'
import { type Choose, type Habit, habits, Reader, Writer } from './people.ts'

export interface ProofOptions {
  readonly rounds: number
  readonly seed: number
  /** Called after each round, and with the complaints of one that failed. */
  readonly say: (line: string) => void
}

/** What the proof came to. A round is one life of the process, and has failed when a promise was found broken in it. */
export interface Proof {
  readonly passed: number
  readonly failed: number
  readonly acknowledged: number
  readonly shown: number
  /** Messages shown again where the process or the link had died before it knew that they had been read. */
  readonly repeats: number
}

const firstUin = 100_001
const writers = 4
const readers = 6

/** Kills the server once a round, `rounds` times, then lets it live and looks a last time. */
export async function proveCrashes({ rounds, seed, say }: ProofOptions): Promise<Proof> {
  const dice = diceFrom(seed)
  const ledger = new Ledger()
  const data = await newDataFolder()
  let failed = 0
  try {
    await importUsers(data, firstUin, writers + readers)
    for (let round = 1; round <= rounds; round++) {
      const isLast = round === rounds
      const server = await startServer(data, { flags: ['--limits', 'off'] })
      await (isLast ? endWell(server, ledger) : liveAndDie(server, ledger, dice))
      ledger.endLife()
      const complaints = ledger.complaints.splice(0)
      if (complaints.length > 0) failed += 1
      for (const complaint of complaints.slice(0, 10)) say(`round ${round}: ${complaint}`)
      say(
        `round ${round} of ${rounds}: ${ledger.acknowledged} acknowledged, ${ledger.shown} shown, ${ledger.repeats} repeated`,
      )
    }
  } finally {
    await removeDataFolder(data)
  }
  const { acknowledged, shown, repeats } = ledger
  return { passed: rounds - failed, failed, acknowledged, shown, repeats }
}

/** One life: people come and fetch what is theirs, some stay and some go, others write to them, and the process dies. */
async function liveAndDie(server: StartedServer, ledger: Ledger, dice: () => number): Promise<void> {
  const clients = new Clients(server)
  const people = newReaders(clients, ledger)
  const diesEarly = dice() < 0.15
  const earlyMs = dice() * 80
  const lateMs = 20 + dice() * 330
  const underWay = 1 + Math.floor(dice() * 6)
  const roles = people.map(() => ({ habit: habits[Math.floor(dice() * habits.length)]!, delayMs: 2 + dice() * 150 }))
  // Somebody is always away: only what is stored for them shows how far the disk has come.
  roles[Math.floor(dice() * people.length)] = { habit: 'away', delayMs: 0 }

  let acting: Promise<unknown> | undefined
  const play = async (): Promise<void> => {
    await Promise.all(people.map((reader) => reader.arrive()))
    const choose = chooser(people, roles, dice)
    const authors = await Promise.all(
      Array.from({ length: writers }, (_, index) => Writer.arrive(firstUin + index, clients, ledger, choose)),
    )
    await Promise.all(people.map((reader, index) => reader.prepare(roles[index]!.habit, roles[index]!.delayMs)))
    for (const author of authors) author.begin(underWay)
    acting = Promise.allSettled(people.map((reader, index) => reader.act(roles[index]!.habit, roles[index]!.delayMs)))
    await passed(lateMs)
  }
  const playing = play()
  try {
    await (diesEarly ? Promise.race([playing, passed(earlyMs)]) : playing)
  } finally {
    await server.kill()
    // Whoever still waits for the server is told that nothing will come.
    await clients.closeAll()
    await Promise.allSettled([playing, acting])
  }
}

/** The last life: everybody fetches what is theirs, and the server stops as it should. */
async function endWell(server: StartedServer, ledger: Ledger): Promise<void> {
  const clients = new Clients(server)
  const people = newReaders(clients, ledger)
  await Promise.all(people.map((reader) => reader.arrive()))
  await Promise.all(people.map((reader) => reader.leave()))
  const { exitCode } = await server.stop()
  if (exitCode !== 0) ledger.complaints.push(`the server stopped with ${exitCode}`)
}

const newReaders = (clients: Clients, ledger: Ledger): Reader[] =>
  Array.from({ length: readers }, (_, index) => new Reader(firstUin + writers + index, clients, ledger))

const chooser =
  (people: readonly Reader[], roles: readonly { readonly habit: Habit }[], dice: () => number): Choose =>
  () => {
    const index = Math.floor(dice() * people.length)
    return { to: people[index]!.uin, isAway: roles[index]!.habit === 'away' }
  }

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
