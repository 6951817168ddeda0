// Every witness is shown a server that breaks what it watches over, and must say so.
import { v2Server } from '@seekyou/dialect'
import { type Address, type Event, emptyInfo, status, type Uin } from '@seekyou/language'
import type { NodeInput, NodeOutcome } from '@seekyou/server'
import { expect, test } from 'vitest'
import { Attacker } from '../folk/attacker.ts'
import {
  ackOf,
  broken,
  eventIn,
  type Fault,
  intentIn,
  isAck,
  renumbered,
  sequenceCode,
} from '../testing/broken-node.ts'
import { company } from '../testing/company.ts'

type Transmit = Extract<NodeOutcome, { kind: 'transmit' }>

/** Somebody writes to somebody who is there, and again; what the witnesses say in the end. */
function witnessesOf(fault: Fault, act = chat): Set<string> {
  const { town, citizens } = company(3, { makeNode: broken(fault) })
  act(citizens as never, town)
  town.runFor(300_000)
  return new Set(town.judge().map(({ witness }) => witness))
}

type Act = (citizens: readonly [Citizens, Citizens, Citizens], town: ReturnType<typeof company>['town']) => void
type Citizens = ReturnType<typeof company>['citizens'][number]

const chat: Act = ([ann, bob], town) => {
  for (let count = 0; count < 4; count++) ann.say(bob.uin)
  town.runFor(10_000)
  bob.signOff()
  town.runFor(1_000)
  for (let count = 0; count < 4; count++) ann.say(bob.uin)
  town.runFor(10_000)
  bob.signOn()
}

test('a sound server is not accused', () => {
  expect(witnessesOf({})).toEqual(new Set())
})

test('safety: an acknowledged message that is never shown', () => {
  const fault: Fault = {
    says: (outcome, hear) => {
      const event = eventIn(outcome)
      if (event?.name !== 'storedMessageArrived') return [outcome]
      const { to, datagram } = outcome as Transmit
      hear(ackOf(to, datagram, 1_002))
      return []
    },
  }
  expect(witnessesOf(fault)).toEqual(new Set(['safety']))
})

test('safety: a store that forgets what it said it kept', () => {
  const fault: Fault = {
    says: (outcome) =>
      outcome.kind === 'need' && outcome.need.name === 'commit'
        ? [{ ...outcome, need: { ...outcome.need, keep: [] } }]
        : [outcome],
  }
  expect(witnessesOf(fault)).toEqual(new Set(['safety']))
})

test('safety: a refusal of which nobody tells the sender', () => {
  const fault: Fault = {
    says: (outcome, hear) => {
      const event = eventIn(outcome)
      if (event?.name !== 'messageArrived' || event.from !== 1) return [outcome]
      const { to, datagram } = outcome as Transmit
      hear(ackOf(to, datagram, 1_001))
      return []
    },
  }
  const act: Act = ([ann]) => ann.say(77 as Uin)
  expect(witnessesOf({}, act)).toEqual(new Set())
  expect(witnessesOf(fault, act)).toEqual(new Set(['safety']))
})

test('repeats: a message that is delivered twice', () => {
  const fault: Fault = {
    says: (outcome) => {
      if (eventIn(outcome)?.name !== 'messageArrived') return [outcome]
      const { datagram } = outcome as Transmit
      const [sequence] = sequenceCode(datagram)
      return [outcome, { ...(outcome as Transmit), datagram: renumbered(datagram, sequence + 500) }]
    },
  }
  expect(witnessesOf(fault)).toContain('repeats')
})

test('order: a message that is let go after the next one', () => {
  let kept: NodeOutcome | undefined
  const fault: Fault = {
    says: (outcome, hear) => {
      if (eventIn(outcome)?.name !== 'messageArrived') return [outcome]
      const { to, datagram } = outcome as Transmit
      if (kept) {
        const both = [outcome, kept]
        kept = undefined
        return both
      }
      kept = outcome
      hear(ackOf(to, datagram, 1_002))
      return []
    },
  }
  expect(witnessesOf(fault)).toEqual(new Set(['order']))
})

test('secrecy: somebody invisible is shown', () => {
  const fault: Fault = {
    hears: (input) => {
      const intent = intentIn(input)
      if (intent?.name !== 'changeStatus' || input.kind !== 'datagram') return [input]
      const bytes = input.bytes.slice()
      bytes[11] = 0
      return [{ ...input, bytes }]
    },
  }
  const act: Act = ([ann, bob], town) => {
    bob.signOff()
    town.runFor(1_000)
    ann.changeStatus(status(0x100))
    town.runFor(1_000)
    bob.signOn()
  }
  expect(witnessesOf({}, act)).toEqual(new Set())
  expect(witnessesOf(fault, act)).toEqual(new Set(['secrecy', 'convergence']))
})

test('secrecy: somebody is told of one who is no contact of theirs', () => {
  const fault: Fault = {
    hears: (input) => (intentIn(input)?.name === 'announceContacts' ? [withContact(input, 1_003)] : [input]),
  }
  const { town } = company(0, { makeNode: broken(fault) })
  const [ann, bob, cat] = [town.citizen(), town.citizen(), town.citizen()]
  ann.befriend(bob.uin)
  for (const citizen of [ann, bob, cat]) citizen.signOn()
  town.runFor(10_000)
  expect(town.judge()).toMatchObject([
    { witness: 'secrecy', sentence: '1001 was told about 1003, who is not their contact' },
  ])
})

test('secrecy: a message that goes to a stranger as well', () => {
  const addresses = new Set<Address>()
  const fault: Fault = {
    hears: (input) => {
      if (input.kind === 'datagram') addresses.add(input.from)
      return [input]
    },
    says: (outcome) => {
      if (eventIn(outcome)?.name !== 'messageArrived') return [outcome]
      return [...addresses].map((to) => ({ ...(outcome as Transmit), to }))
    },
  }
  expect([...witnessesOf(fault)]).toEqual(expect.arrayContaining(['secrecy', 'safety']))
})

/** Makes somebody else of everybody who is shown as off line. */
const onlineInstead: Fault = {
  says: (outcome) => {
    const event = eventIn(outcome)
    if (event?.name !== 'contactOffline') return [outcome]
    const shown = { name: 'contactOnline', uin: event.uin, status: status(0), outer: 0, direct: unreachable } as const
    return [said(outcome as Transmit, shown)]
  },
}

test('secrecy: somebody is told of one who has just become invisible', () => {
  const act: Act = ([ann], town) => {
    town.runFor(1_000)
    ann.changeStatus(status(0x100))
  }
  expect(witnessesOf({}, act)).toEqual(new Set())
  expect(witnessesOf(onlineInstead, act)).toContain('secrecy')
})

test('authorization: somebody is shown who has not granted it', () => {
  const watch = (fault: Fault): Set<string> => {
    const { town } = company(0, { makeNode: broken(fault), regime: { enforcesAuthorization: true } })
    const ann = town.citizen({ account: { info: { ...emptyInfo, needsAuthorization: true } } })
    const bob = town.citizen()
    bob.befriend(ann.uin)
    for (const citizen of [ann, bob]) citizen.signOn()
    town.runFor(10_000)
    return new Set(town.judge().map(({ witness }) => witness))
  }
  const lax: Fault = {
    says: (outcome) => {
      if (eventIn(outcome)?.name !== 'contactsAnnounced') return [outcome]
      const shown = {
        name: 'contactOnline',
        uin: 1_001 as Uin,
        status: status(0),
        outer: 0,
        direct: unreachable,
      } as const
      return [outcome, renumberedOutcome(said(outcome as Transmit, shown), 300)]
    },
  }
  expect(watch({})).toEqual(new Set())
  expect(watch(lax)).toContain('authorization')
})

test('addresses: a true address where none may be told', () => {
  const fault: Fault = {
    says: (outcome) => {
      const event = eventIn(outcome)
      return event?.name === 'contactOnline' ? [said(outcome as Transmit, { ...event, outer: 0x0a00_0001 })] : [outcome]
    },
  }
  expect(witnessesOf(fault)).toEqual(new Set(['addresses']))
})

const lookUp: Act = ([ann, bob]) => ann.ask({ name: 'requestInfo', uin: bob.uin })

test('directory: an answer that is not true, and one that nobody asked for', () => {
  const lie: Fault = {
    says: (outcome) => {
      const event = eventIn(outcome)
      if (event?.name !== 'infoFound') return [outcome]
      return [said(outcome as Transmit, { ...event, info: { ...event.info, email: Uint8Array.of(0x40) } })]
    },
  }
  expect(witnessesOf({}, lookUp)).toEqual(new Set())
  expect(witnessesOf(lie, lookUp)).toEqual(new Set(['directory']))
})

test('changes: a confirmation of what was not kept, and a door that is open to everybody', () => {
  const act: Act = ([ann]) => ann.ask({ name: 'changePassword', password: Uint8Array.of(0x61) })
  const forgetful: Fault = {
    says: (outcome, hear) => {
      if (outcome.kind !== 'need' || outcome.need.name !== 'changePassword') return [outcome]
      hear({ kind: 'met', id: outcome.id, answer: true })
      return []
    },
  }
  expect(witnessesOf({}, act)).toEqual(new Set())
  expect(witnessesOf(forgetful, act)).toEqual(new Set(['changes']))
  const open: Fault = {
    says: (outcome, hear) => {
      if (outcome.kind !== 'need' || outcome.need.name !== 'verifyPassword') return [outcome]
      hear({ kind: 'met', id: outcome.id, answer: true })
      return []
    },
  }
  const { town, citizens } = company(1, { makeNode: broken(open) })
  const thief = town.moveIn((...all) => new Attacker(...all, citizens), { checksum: false })
  thief.signOnAs(citizens[0]!.uin, Uint8Array.of(1))
  town.runFor(2_000)
  expect(town.judge().map(({ sentence }) => sentence)).toContain('somebody was let in as 1001 without the password')
})

test('amplification: answers to a stranger that are longer than what they sent', () => {
  const fault: Fault = {
    says: (outcome) =>
      eventIn(outcome)?.name === 'signOnRefused' ? Array.from({ length: 40 }, () => outcome) : [outcome],
  }
  const { town, citizens } = company(1, { makeNode: broken(fault) })
  const stranger = town.moveIn((...all) => new Attacker(...all, citizens), { checksum: false })
  stranger.signOnAs(citizens[0]!.uin, Uint8Array.of(1))
  town.runFor(2_000)
  expect(town.complaints.map(({ witness }) => witness)).toContain('amplification')
})

test('pace: more bytes in a second than anybody may be sent', () => {
  const fault: Fault = {
    says: (outcome) => {
      if (eventIn(outcome)?.name !== 'messageArrived') return [outcome]
      return Array.from({ length: 300 }, () => outcome)
    },
  }
  expect(witnessesOf(fault)).toContain('pace')
})

test('convergence: a departure that nobody hears of', () => {
  const fault: Fault = {
    says: (outcome, hear) => {
      if (eventIn(outcome)?.name !== 'contactOffline') return [outcome]
      const { to, datagram } = outcome as Transmit
      hear(ackOf(to, datagram, 1_001))
      hear(ackOf(to, datagram, 1_003))
      return []
    },
  }
  const act: Act = ([, bob]) => bob.signOff()
  expect(witnessesOf(fault, act)).toEqual(new Set(['convergence']))
})

test('convergence: somebody who does not find the way back', () => {
  const { town, citizens } = company(2)
  town.server.crash()
  town.runFor(600_000)
  expect(town.judge().map(({ sentence }) => sentence)).toEqual(
    citizens.map(({ uin }) => `${uin} has not come back on line`),
  )
})

test('continuity: a process that does not take up a link of the one before it', () => {
  const fault: Fault = {
    hears: (input) =>
      input.kind === 'takeUp'
        ? [{ ...input, former: { ...input.former, links: input.former.links.slice(1) } }]
        : [input],
  }
  const act: Act = (_, town) => {
    town.server.crash()
    town.runFor(1_000)
    town.server.start()
  }
  expect(witnessesOf({}, act)).toEqual(new Set())
  expect(witnessesOf(fault, act)).toEqual(new Set(['continuity']))
})

test('continuity: a number that stands for two packets', () => {
  const fault: Fault = {
    says: (outcome) => {
      if (eventIn(outcome)?.name !== 'messageArrived') return [outcome]
      return [renumberedOutcome(outcome as Transmit, 300)]
    },
  }
  const act: Act = ([ann, bob, cat]) => {
    ann.say(bob.uin)
    cat.say(bob.uin)
  }
  expect(witnessesOf({}, act)).toEqual(new Set())
  expect(witnessesOf(fault, act)).toContain('continuity')
})

test('manners: two ACKs for one command', () => {
  const fault: Fault = { says: (outcome) => (isAck(outcome) ? [outcome, outcome] : [outcome]) }
  expect(witnessesOf(fault)).toEqual(new Set(['manners']))
})

test('manners: a command without an ACK', () => {
  let mute = -1
  const fault: Fault = {
    hears: (input) => {
      if (input.kind === 'datagram' && intentIn(input)?.name === 'changeStatus') mute = sequenceCode(input.bytes)[0]
      return [input]
    },
    says: (outcome) => (isAck(outcome) && sequenceCode((outcome as Transmit).datagram)[0] === mute ? [] : [outcome]),
  }
  const { town, citizens } = company(1, { makeNode: broken(fault) })
  citizens[0]!.changeStatus(status(1))
  town.runFor(50_000)
  expect(town.judge()).toMatchObject([{ witness: 'manners' }])
})

test('manners: something between a sign-on and its answer', () => {
  const fault: Fault = {
    says: (outcome) => {
      if (eventIn(outcome)?.name !== 'signedOn') return [outcome]
      const { to, datagram } = outcome as Transmit
      return [outcome, { kind: 'transmit', to, datagram: endOfContacts(sequenceCode(datagram)[0] + 1) }]
    },
  }
  expect(witnessesOf(fault)).toContain('manners')
})

test('manners: more than eight packets on their way', () => {
  const fault: Fault = {
    says: (outcome) => {
      if (eventIn(outcome)?.name !== 'storedMessagesEnded') return [outcome]
      const { to, datagram } = outcome as Transmit
      const [sequence] = sequenceCode(datagram)
      const more = Array.from({ length: 9 }, (_, index) => endOfContacts(sequence + 100 + index))
      return [outcome, ...more.map((datagram) => ({ kind: 'transmit', to, datagram }) as const)]
    },
  }
  expect(witnessesOf(fault)).toContain('manners')
})

test('bounds: a bug, and more messages in the store than are allowed', () => {
  const noted: Fault = {
    says: (outcome) =>
      outcome.kind === 'note' && outcome.note.what === 'signedOff'
        ? [outcome, { kind: 'note', note: { what: 'bug', error: new Error('impossible') } }]
        : [outcome],
  }
  expect(witnessesOf(noted)).toEqual(new Set(['bounds']))
  expect(witnessesOf({ counts: (counters) => ({ ...counters, bugs: 1 }) })).toEqual(new Set(['bounds']))
  const generous: Fault = {
    says: (outcome) =>
      outcome.kind === 'need' && outcome.need.name === 'commit'
        ? [{ ...outcome, need: { ...outcome.need, storedMax: 1_000, storedFromOneMax: 1_000 } }]
        : [outcome],
  }
  const flood: Act = ([ann, bob], town) => {
    bob.signOff()
    town.runFor(1_000)
    for (let count = 0; count < 101; count++) ann.say(bob.uin)
    town.runFor(60_000)
    bob.signOn()
  }
  expect(witnessesOf({}, flood)).toEqual(new Set())
  expect(witnessesOf(generous, flood)).toEqual(new Set(['bounds']))
})

const unreachable = { port: 0, inner: 0, capability: 6, version: 3 } as const
const dialect = v2Server()

/** The same datagram with something else in it. */
function said({ to, datagram }: Transmit, event: Event): Transmit {
  const request = datagram[6]! | (datagram[7]! << 8)
  const [spoken] = dialect.speak(event, request, { directVersion: 3 })
  if (!spoken) throw new Error('nothing to say')
  return { kind: 'transmit', to, datagram: renumbered(spoken.datagram, sequenceCode(datagram)[0]) }
}

const renumberedOutcome = (outcome: Transmit, sequence: number): Transmit => ({
  ...outcome,
  datagram: renumbered(outcome.datagram, sequence),
})

function endOfContacts(sequence: number): Uint8Array {
  return Uint8Array.of(2, 0, 0x1c, 0x02, sequence, sequence >>> 8, 0xe9, 0x03, 0, 0)
}

function withContact(input: NodeInput, uin: number): NodeInput {
  if (input.kind !== 'datagram') return input
  const bytes = Uint8Array.from([...input.bytes, uin & 255, uin >>> 8, 0, 0])
  bytes[10] = bytes[10]! + 1
  return { ...input, bytes }
}
