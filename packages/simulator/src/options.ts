import { isUin, type Uin } from '@seekyou/language'
import type { Setting } from './many-seeds.ts'
import { type WeatherName, weatherNames } from './weather.ts'

/** What somebody asked the command for. */
export type Wanted =
  | { readonly what: 'help' }
  | { readonly what: 'one'; readonly seed: number; readonly setting: Setting; readonly follow: readonly Uin[] }
  | { readonly what: 'many'; readonly seeds: readonly number[]; readonly setting: Setting; readonly threads: number }

/** The options as they were typed. */
export type Typed = Readonly<Partial<Record<OptionName, string>>> & { readonly help?: boolean }
export type OptionName =
  | 'seed'
  | 'seeds'
  | 'from'
  | 'clients'
  | 'minutes'
  | 'weather'
  | 'peers'
  | 'browsers'
  | 'follow'
  | 'threads'

/** Something that was typed and cannot be meant. The message says what to do instead. */
export class Misunderstanding extends Error {}

export const help = `Runs a virtual town of ICQ users: one server, many clients, bad weather, all from one seed.

  npm run sim -- --seed 17                       one town, and what its witnesses saw
  npm run sim -- --seed 17 --clients 5000 --weather stormy
  npm run sim -- --seeds 300                     seeds 1 to 300, on all cores

  --seed N        which town
  --seeds N       how many towns, each with the next seed
  --from N        the first seed of --seeds (1)
  --clients N     how many people live there (20)
  --minutes N     how long the weather lasts, in virtual minutes (30; 10 for more than 500 people)
  --weather NAME  ${weatherNames.join(', ')} (random)
  --peers N       so many of a hundred people connect to each other directly (0)
  --browsers N    so many of a hundred people are in browsers, over WebSockets (0)
  --follow UINS   with --seed: print everything that concerns these people, for example 1001,1017
  --threads N     with --seeds: how many towns at a time (one for each core)
  --help          show this`

const townsfolk = 20
const bigTown = 500

/** Understands what was typed. Throws a Misunderstanding. */
export function understand(typed: Typed, cores: number): Wanted {
  if (typed.help) return { what: 'help' }
  const clients = number(typed, 'clients', townsfolk, 1)
  const setting: Setting = {
    clients,
    minutes: number(typed, 'minutes', clients > bigTown ? 10 : 30, 0),
    weather: weatherOf(typed.weather ?? 'random'),
    ...(typed.peers !== undefined && { peers: number(typed, 'peers', 0, 0) }),
    ...(typed.browsers !== undefined && { browsers: number(typed, 'browsers', 0, 0) }),
  }
  if (typed.seeds !== undefined) {
    const from = number(typed, 'from', 1, 0)
    const seeds = Array.from({ length: number(typed, 'seeds', 1, 1) }, (_, index) => from + index)
    return { what: 'many', seeds, setting, threads: number(typed, 'threads', cores, 1) }
  }
  if (typed.seed === undefined) return { what: 'help' }
  return { what: 'one', seed: number(typed, 'seed', 1, 0), setting, follow: uins(typed.follow) }
}

function number(typed: Typed, name: OptionName, otherwise: number, least: number): number {
  const text = typed[name]
  if (text === undefined) return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && Number.isSafeInteger(value)) return value
  throw new Misunderstanding(`--${name} ${text} is not understood: give a whole number from ${least} on.`)
}

function weatherOf(name: string): WeatherName {
  const weather = weatherNames.find((known) => known === name)
  if (weather) return weather
  throw new Misunderstanding(`--weather ${name} is not known: choose one of ${weatherNames.join(', ')}.`)
}

function uins(text: string | undefined): Uin[] {
  if (text === undefined) return []
  return text.split(',').map((part) => {
    const value = Number(part)
    if (isUin(value)) return value
    throw new Misunderstanding(`--follow ${text} is not understood: give UINs with commas, for example 1001,1017.`)
  })
}
