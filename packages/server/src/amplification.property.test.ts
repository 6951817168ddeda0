// Nobody can be buried in answers to questions that others asked in their name: as long as an address has not acknowledged our
// reply to its sign-on, no more bytes go there than came from there, or three times as many once a password was right.
import { clientByCode, clientFraming, clientPackets, isFault, type Schema } from '@seekyou/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Client, text } from './testing/client.ts'
import { World } from './testing/world.ts'

const schemas = Object.values(clientPackets) as unknown as readonly Schema[]
const codes = [...schemas.map(({ code }) => code), 0, 0x0001, 0xffff]
const headers = [6, 10] as const
type Header = (typeof headers)[number]
/** Numbers of commands, none of which is that of a reply to a sign-on. */
const sequence = 0x7777

let sources = 0

/** A source of datagrams with its account: what it sends and what it is sent is weighed. */
class Source {
  readonly client: Client
  sent = 0
  received = 0
  hasKnownPassword = false

  constructor(world: World, number: number) {
    const host = sources++
    const ip = `192.0.${(host >> 8) & 255}.${host & 255}`
    this.client = world.person(number, { ip, port: 1_024 + (host >> 16), acks: false })
    this.client.receive = (datagram) => {
      this.received += datagram.length
      const most = this.sent * (this.hasKnownPassword ? 3 : 1)
      if (this.received > most) throw new Error(`${this.received} bytes were sent where ${this.sent} came from`)
    }
  }

  say(bytes: Uint8Array): void {
    this.sent += bytes.length
    this.client.raw(bytes)
  }

  /** The shortest login there is, with the right password. */
  signOn(number: number = sequence): void {
    this.hasKnownPassword = true
    this.say(datagram(clientPackets.login.code, 10, loginBody('secret'), this.client.uin, number))
  }

  checkPassword(): void {
    this.hasKnownPassword = true
    const value = { connId: 1, uin: this.client.uin, password: text('secret') }
    this.say(clientFraming.seal(clientPackets.preAuth, value, sequence, 0))
  }

  askProfile(): void {
    this.say(clientFraming.seal(clientPackets.extInfoRequest, { subSeq: 1, target: this.client.uin }, sequence, 0))
  }
}

/** A world in which there is much to tell: everybody is here, has a long profile, and has been written to. */
function busyWorld(): { world: World; guests: Client[] } {
  const world = new World()
  const long = text('x'.repeat(60))
  const guests = Array.from({ length: 10 }, (_, index) => world.guest(1_001 + index, { port: 1_001 + index }))
  for (const guest of guests) {
    guest.say(clientPackets.updateExtInfo, {
      ...clientPackets.updateExtInfo.sample(() => 0.5),
      city: long,
      homepage: long,
      about: text('x'.repeat(400)),
    })
  }
  return { world, guests }
}

const loginBody = (password: string): Uint8Array =>
  Uint8Array.of(0, 0, 0, 0, password.length + 1, 0, ...text(password), 0)

function datagram(code: number, header: Header, body: Uint8Array, uin: number, number = sequence): Uint8Array {
  const head = [2, 0, code & 255, code >> 8, number & 255, number >> 8]
  if (header === 10) head.push(uin & 255, (uin >> 8) & 255, (uin >> 16) & 255, uin >>> 24)
  return Uint8Array.of(...head, ...body)
}

function bodyOf(code: number, dice: () => number): Uint8Array {
  const schema = clientByCode(code)
  if (!schema) return Uint8Array.of(1, 2, 3, 4, 5, 6)
  const value = { ...schema.sample(dice), ...('target' in schema.sample(dice) ? { target: 1_001 } : {}) }
  const sealed = clientFraming.seal(schema, value, 0, 0)
  const frame = clientFraming.open(sealed)
  return isFault(frame) ? sealed.subarray(6) : sealed.subarray(frame.start)
}

/** Every form of every command: whole, and cut short at every place, which includes the shortest that can be understood. */
function* everything(uin: number): Iterable<Uint8Array> {
  for (const code of codes) {
    for (const header of headers) {
      const body = bodyOf(code, () => 0.5)
      for (let end = 0; end <= body.length; end++) yield datagram(code, header, body.subarray(0, end), uin)
    }
  }
}

describe('every command, whole and cut short at every place', () => {
  test('of a stranger draws no more than it weighs', () => {
    const { world } = busyWorld()
    for (const bytes of everything(2_001)) {
      const source = new Source(world, 2_001)
      source.say(bytes)
      source.say(bytes)
      world.pass(2_000)
    }
    expect(world.node.counters).toMatchObject({ bugs: 0, strangersDropped: 0 })
  })

  test('after a right password draws three times that at most, and nothing at all later', () => {
    const { world, guests } = busyWorld()
    for (const bytes of everything(2_001)) {
      for (const guest of guests) guest.keepAlive()
      const source = new Source(world, 2_001)
      source.signOn()
      expect(world.node.size).toBe(11)
      source.say(bytes)
      source.say(bytes)
      world.pass(61_000)
      const { received } = source
      guests[0]!.write(2_001, 'too late')
      world.pass(61_000)
      expect([world.node.size, source.received]).toEqual([10, received])
    }
    expect(world.node.counters.bugs).toBe(0)
  }, 120_000)

  test('after a right answer to the wizard draws three times that at most', () => {
    const { world } = busyWorld()
    for (const bytes of everything(2_001)) {
      const source = new Source(world, 2_001)
      source.checkPassword()
      source.say(bytes)
      source.askProfile()
      source.say(bytes)
      world.pass(2_000)
    }
    expect(world.node.counters.bugs).toBe(0)
  })
})

test('a login of 17 bytes draws its ACK and nothing more', () => {
  const world = new World()
  const source = new Source(world, 1_001)
  const bytes = datagram(clientPackets.login.code, 10, loginBody(''), 1_001)
  expect(bytes).toHaveLength(17)
  source.say(bytes)
  expect(source.received).toBe(6)
  source.say(bytes)
  expect(source.received).toBe(24)
})

const anyDatagram = fc
  .record({
    code: fc.constantFrom(...codes),
    header: fc.constantFrom(...headers),
    end: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.nat(60)),
    seed: fc.nat(),
    uin: fc.constantFrom(2_001, 2_002, 1_001, 0),
    number: fc.integer({ min: 0x100, max: 0xffff }),
  })
  .map(({ code, header, end, seed, uin, number }) =>
    datagram(code, header, bodyOf(code, diceOf(seed)).subarray(0, end), uin, number),
  )

type Step = (world: World, source: Source) => void
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: anyDatagram.map(
      (bytes): Step =>
        (_, source) =>
          source.say(bytes),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(0x101, 0x102).map(
      (number): Step =>
        (_, source) =>
          source.signOn(number),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>((_, source) => source.checkPassword()) },
  { weight: 1, arbitrary: fc.constant<Step>((_, source) => source.askProfile()) },
  {
    weight: 3,
    arbitrary: fc.nat(20_000).map(
      (ms): Step =>
        (world) =>
          world.pass(ms),
    ),
  },
)
const steps = fc.array(fc.tuple(fc.constantFrom(0, 1), step), { maxLength: 60 })

test('whatever two sources send in whatever order, neither is sent more than it may be', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (steps, mayPass) => {
      const { world } = busyWorld()
      const sources = [new Source(world, 2_001), new Source(world, 2_002)]
      const guest = world.guest(1_020)
      for (const [index, step] of steps) {
        step(world, sources[index]!)
        if (mayPass) guest.write(2_001, 'to be waited for')
      }
      world.pass(120_000)
      expect(world.node.counters.bugs).toBe(0)
    }),
    { numRuns: 150 },
  )
})

function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 0x1_0000_0000
  }
}
