import type { LimitsMode } from './endpoint.ts'
import { type Input, inputsOf } from './input.ts'

/** So many packets, all from one seed. */
export interface Run {
  readonly packets: number
  readonly seed: number
  readonly limits: LimitsMode
}

/** What somebody asked the command for. */
export type Wanted =
  | { readonly what: 'help' }
  | { readonly what: 'read'; readonly input: Input }
  | { readonly what: 'fuzz'; readonly runs: readonly Run[]; readonly keeps: boolean }

/** The options as they were typed. */
export type Typed = Readonly<
  Partial<Record<'packets' | 'seed' | 'limits' | 'bytes', string> & Record<'keep' | 'help', boolean>>
>

/** Something that was typed and cannot be meant. The message says what to do instead. */
export class Misunderstanding extends Error {}

export const help = `Sends damaged packets to the decoders, to a server node and over peers' connections, all from one seed.

  npm run fuzz -- --packets 100000 --seed 7
  npm run fuzz -- --bytes "client 02 00 2E 04 01 00 87 D6 12 00"

  --packets N    how many packets (2000000)
  --seed N       which packets (1)
  --limits WHICH off: a node without limits, that must answer everything; on: one with the ordinary ones
                 (nine tenths of the packets off, the rest on)
  --bytes LINE   read only this packet: who sends it (client, server, message, chat, file) and its bytes
  --keep         put what shows something new into the corpus
  --help         show this`

const packetsByDefault = 2_000_000
const limitedPart = 0.1

/** Understands what was typed. Throws a Misunderstanding. */
export function understand(typed: Typed): Wanted {
  if (typed.help) return { what: 'help' }
  if (typed.bytes !== undefined) return { what: 'read', input: inputOf(typed.bytes) }
  const packets = number(typed, 'packets', packetsByDefault, 1)
  const seed = number(typed, 'seed', 1, 0)
  const limited = Math.floor(packets * limitedPart)
  const both: readonly Run[] = [
    { packets: packets - limited, seed, limits: 'off' },
    { packets: limited, seed, limits: 'on' },
  ]
  const limits = limitsOf(typed.limits)
  const runs = limits ? [{ packets, seed, limits }] : both.filter(({ packets }) => packets > 0)
  return { what: 'fuzz', runs, keeps: typed.keep === true }
}

function number(typed: Typed, name: 'packets' | 'seed', otherwise: number, least: number): number {
  const text = typed[name]
  if (text === undefined) return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && Number.isSafeInteger(value)) return value
  throw new Misunderstanding(`--${name} ${text} is not understood: give a whole number from ${least} on.`)
}

function limitsOf(name: string | undefined): LimitsMode | undefined {
  if (name === undefined || name === 'off' || name === 'on') return name
  throw new Misunderstanding(`--limits ${name} is not known: choose off or on.`)
}

function inputOf(line: string): Input {
  try {
    const [input] = inputsOf(line)
    if (input) return input
  } catch (error) {
    throw new Misunderstanding(`--bytes: ${(error as Error).message}.`)
  }
  throw new Misunderstanding('--bytes says nothing: give who sends it and its bytes.')
}
