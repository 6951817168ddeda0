import { lookup } from 'node:dns/promises'
import { isLoopback, parseIp4 } from '@seekyou/language'
import { readProcess } from '@seekyou/node-edge'
import { InvalidArgumentError } from 'commander'
import { Complaint, misuse } from '../complaint.ts'
import type { CrewOptions, Rates } from './crew-words.ts'
import { socketsMax } from './open-files.ts'
import { isPhase, type PhaseName, phaseNames } from './phases.ts'

/** Where a server listens; `host` may be a name. */
export interface Server {
  readonly host: string
  readonly port: number
}

/** The options of `seekyou bench` as they are written. */
export interface BenchOptions {
  /** Absent with `from` only. */
  readonly server?: Server
  readonly from?: readonly string[]
  readonly first: number
  readonly users: number
  readonly password: string
  readonly register?: true
  readonly phases: readonly PhaseName[]
  readonly seconds: number
  readonly warmup: number
  readonly rate: number
  readonly contacts: number
  readonly changes?: number
  readonly visits?: number
  readonly keepAlives: number
  readonly abreast: number
  readonly slowness: number
  readonly patience: number
  readonly sources?: 'addresses' | 'ports'
  readonly processes?: number
  readonly pid?: number
  readonly name?: string
  readonly json?: string
  readonly svg?: string
}

/** Says what is wrong with the options as a whole. Throws a Complaint. */
export function checkOptions(options: BenchOptions): void {
  const { phases, users, contacts, pid, first, processes = 1 } = options
  const sayBefore = phases.find((phase, index) => phase !== 'login' && !phases.slice(0, index).includes('login'))
  if (sayBefore) throw misuse(`Nobody is on line in the phase ${sayBefore}: put login before it in --phases.`)
  const presence = phases.indexOf('presence')
  if (presence >= 0 && !phases.slice(phases.slice(0, presence).lastIndexOf('login'), presence).includes('contact'))
    throw misuse('Nobody has announced anybody in the phase presence: put contact before it in --phases.')
  if (presence >= 0 && (users < 2 || contacts < 1))
    throw misuse('Nobody watches anybody in the phase presence: it needs at least 2 --users and 1 of --contacts.')
  if (processes > users) throw misuse(`${users} users cannot be shared by ${processes} processes: use fewer.`)
  if (first + users - 1 > 0xffff_ffff) throw misuse('The numbers end at 4294967295: use a lower --first.')
  if (pid !== undefined) {
    try {
      readProcess(pid)
    } catch {
      throw new Complaint(`There is no process ${pid} on this machine: give --pid of the server, or leave it out.`)
    }
  }
}

/** What each crew is told: the users and what they do in a second are shared. Throws a Complaint. */
export async function crewOptions(options: BenchOptions, server: Server): Promise<CrewOptions[]> {
  const { users, first, password, register = false, abreast, contacts, slowness, patience } = options
  const host = await addressOf(server.host)
  const sources =
    options.sources ?? (isLoopback(parseIp4(host)!) && process.platform === 'linux' ? 'addresses' : 'ports')
  if (sources === 'addresses' && !isLoopback(parseIp4(host)!))
    throw misuse('Addresses of their own have users only towards a server on loopback: use --sources ports.')
  const count = options.processes ?? Math.ceil(users / socketsMax())
  const starts = Array.from({ length: count + 1 }, (_, index) => Math.floor((users * index) / count))
  return Array.from({ length: count }, (_, index) => {
    const before = starts[index]!
    const own = starts[index + 1]! - before
    return {
      host,
      port: server.port,
      first: first + before,
      users: own,
      before,
      password,
      register,
      sources,
      abreast: Math.max(1, Math.round(abreast / count)),
      contacts,
      rates: shareOf(ratesOf(options), own / users),
      slownessMs: slowness,
      patienceMs: patience * 1_000,
    }
  })
}

/** A whole number within bounds. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text)
    if (/^\d{1,10}$/.test(text) && number >= least && number <= most) return number
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`)
  }

/** A number above 0, whole or not. */
export function positive(text: string): number {
  const number = Number(text)
  if (/^\d{1,9}(\.\d{1,6})?$/.test(text) && number > 0) return number
  throw new InvalidArgumentError('Write a number above 0, such as 5 or 0.5.')
}

/** `HOST:PORT`. */
export function parseServer(text: string): Server {
  const [, host, port] = /^([^\s:]+):(\d{1,5})$/.exec(text) ?? []
  if (host !== undefined && Number(port) > 0 && Number(port) <= 65_535) return { host, port: Number(port) }
  throw new InvalidArgumentError('Write a name or an IPv4 address and a port, such as 127.0.0.1:4000.')
}

/** Names of phases with commas between them. */
export function parsePhases(text: string): PhaseName[] {
  return text.split(',').map((name) => {
    const phase = name.trim()
    if (isPhase(phase)) return phase
    throw new InvalidArgumentError(`There is no phase “${phase}”: choose from ${phaseNames.join(', ')}.`)
  })
}

/** What is not said depends on how many users there are: nobody changes or goes more often than every few seconds. */
const ratesOf = ({ users, rate, changes, visits, keepAlives }: BenchOptions): Rates => ({
  messages: rate,
  changes: changes ?? Math.min(200, Math.max(1, users / 10)),
  visits: visits ?? Math.min(50, Math.max(1, users / 100)),
  keepAlives,
})

const shareOf = (rates: Rates, share: number): Rates => ({
  messages: rates.messages * share,
  changes: rates.changes * share,
  visits: rates.visits * share,
  keepAlives: rates.keepAlives * share,
})

async function addressOf(host: string): Promise<string> {
  if (parseIp4(host) !== undefined) return host
  try {
    return (await lookup(host, 4)).address
  } catch {
    throw new Complaint(`There is no machine ${host} with an IPv4 address: write another --server.`)
  }
}
