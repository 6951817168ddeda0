import type { ClientOutcome, PeerInput, PeerOutcome, SignOn } from '@seekyou/client'
import type { Uin } from '@seekyou/language'
import { VirtualDisk } from '../virtual-disk.ts'
import type { Outlet, Place } from '../virtual-wires.ts'
import type { World } from './world.ts'

/** What somebody's program needs for direct connections: TCP, which ends with the program, and a disk, which stays. */
export class Workplace {
  readonly disk: VirtualDisk
  readonly #world: World
  readonly #owner: Uin
  readonly #place: Place
  #outlet: Outlet | undefined
  #isCut = false

  constructor(world: World, owner: Uin, place: Place) {
    this.#world = world
    this.#owner = owner
    this.#place = place
    this.disk = new VirtualDisk(world.clock)
  }

  /** What a program says when it signs on. */
  get peers(): NonNullable<SignOn['peers']> {
    return { ports: [1_200, 1_300], inner: this.#place.inner }
  }

  get outlet(): Outlet | undefined {
    return this.#outlet
  }

  /** While true nothing gets through to other people, nor from them. */
  set isCut(isCut: boolean) {
    this.#isCut = isCut
    if (this.#outlet) this.#outlet.isCut = isCut
  }

  /** A program starts here, in place of the one before, which has died if it has not been told to end. */
  start(tell: (input: PeerInput) => void, { silently = false } = {}): void {
    this.#outlet?.die(silently)
    this.#outlet = this.#world.wires.plugIn(this.#owner, this.#place, tell)
    this.#outlet.isCut = this.#isCut
    this.disk.serve(tell)
  }

  /** Carries out what concerns connections or files; false: something else. */
  carryOut(outcome: ClientOutcome): boolean {
    if (isOfConnections(outcome)) this.#outlet?.carryOut(outcome)
    else if (isOfFiles(outcome)) this.disk.carryOut(outcome)
    else return false
    return true
  }
}

type OfFiles = Extract<PeerOutcome, { transfer: number }>
type OfConnections = Exclude<PeerOutcome, OfFiles>

const ofFiles: ReadonlySet<string> = new Set<OfFiles['kind']>([
  'readFile',
  'openFile',
  'writeFile',
  'finishFile',
  'abandonFile',
])
const ofConnections: ReadonlySet<string> = new Set<OfConnections['kind']>([
  'listen',
  'unlisten',
  'connect',
  'write',
  'close',
  'pause',
  'resume',
])

const isOfFiles = (outcome: ClientOutcome): outcome is OfFiles => ofFiles.has(outcome.kind)
const isOfConnections = (outcome: ClientOutcome): outcome is OfConnections => ofConnections.has(outcome.kind)
