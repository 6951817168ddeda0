// The real program on a real disk, killed again and again in the middle of its work, while its clients live on.
import { diceFrom } from '../dice.ts'
import { importUsers, newDataFolder, removeDataFolder } from '../started-server.ts'
import { Ledger } from './ledger.ts'
import { Lives } from './lives.ts'
import { accounts, firstUin, Town } from './town.ts'

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
  /** Of these, those that were sent to more than one life, because one had died before it could acknowledge them. */
  readonly repeatsOfSenders: number
  /** Commands that clients sent again because no ACK had come. */
  readonly resent: number
}

/** Every so many rounds the server is stopped instead of killed, somebody inspects, or all wait until nothing is left to happen. */
const [stopEvery, inspectEvery, calmEvery] = [10, 5, 25]

/** Ends the server once a round, `rounds` times; the last time as it should, when everything has been found in order. */
export async function proveCrashes({ rounds, seed, say }: ProofOptions): Promise<Proof> {
  const dice = diceFrom(seed)
  const ledger = new Ledger()
  const data = await newDataFolder()
  let failed = 0
  let town: Town | undefined
  try {
    await importUsers(data, firstUin, accounts)
    const lives = await Lives.on(data, ledger)
    town = new Town({ host: '127.0.0.1', port: lives.port }, ledger, dice)
    for (let round = 1; round <= rounds; round++) {
      await live(lives, town, dice, { round, rounds })
      const complaints = ledger.complaints.splice(0)
      if (complaints.length > 0) failed += 1
      for (const complaint of complaints.slice(0, 10)) say(`round ${round}: ${complaint}`)
      const { acknowledged, shown, repeats } = ledger
      say(`round ${round} of ${rounds}: ${acknowledged} acknowledged, ${shown} shown, ${repeats} repeated`)
    }
    const { acknowledged, shown, repeats, repeatsOfSenders } = ledger
    return { passed: rounds - failed, failed, acknowledged, shown, repeats, repeatsOfSenders, resent: town.resent }
  } finally {
    town?.end()
    await removeDataFolder(data)
  }
}

interface Round {
  readonly round: number
  readonly rounds: number
}

async function live(lives: Lives, town: Town, dice: () => number, { round, rounds }: Round): Promise<void> {
  const isLast = round === rounds
  const isCalm = round % calmEvery === 0 || isLast
  const isStop = round % stopEvery === 0 || isLast
  const kind = dice()
  const diesUnborn = kind < 0.05 && round > 1 && !isCalm && !isStop
  const loadMs = kind < 0.2 ? dice() * 80 : 20 + dice() * 330

  const life = await lives.start(diesUnborn ? 50 + dice() * 300 : undefined)
  if (!life) return
  if (round === 1) await town.open()
  if (round === 2) town.befriend()
  if (round % inspectEvery === 0) town.inspect()
  // What the server sends again by itself takes ten seconds and more.
  if (isCalm) await town.calm(isLast && rounds > calmEvery)
  else {
    town.live(loadMs)
    await new Promise((resolve) => setTimeout(resolve, loadMs))
  }
  if (isLast) await town.close()
  await (isStop ? life.stop() : life.kill())
}
