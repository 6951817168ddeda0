import type { Event, EventName, Intent } from '@seekyou/language'
import { type LinkManners, serverManners } from '@seekyou/link'
import { clientFraming, clientPackets, renumber, serverFraming, serverPackets } from '@seekyou/wire'
import type { ServerDialect, Spoken } from '../dialect.ts'
import { eventPhrases } from './event-phrases.ts'
import { hearer } from './hear.ts'
import { intentPhrases } from './intent-phrases.ts'
import { listenerOf } from './listener.ts'
import type { EventPhrase, Words } from './phrase.ts'

/** COMPAT Licq: a refused password carries number 0, as captured, whatever the number of the sign-on. */
const refusedSequence = 0

const openings: ReadonlySet<number> = new Set(
  [clientPackets.login, clientPackets.newUserReg, clientPackets.openRegistration, clientPackets.preAuth].map(
    ({ code }) => code,
  ),
)

const keepAlives: ReadonlySet<number> = new Set([clientPackets.keepAlive.code, clientPackets.keepAlive2.code])

const questions: ReadonlySet<number> = new Set(
  [
    clientPackets.contactList,
    clientPackets.requestStoredMessages,
    clientPackets.searchUin,
    clientPackets.searchUser,
    clientPackets.infoRequest,
    clientPackets.extInfoRequest,
  ].map(({ code }) => code),
)

const hear = hearer<Intent>(intentPhrases)

/** Version 2 as a server speaks it; `manners` are the numbers of its links. */
export function v2Server(manners: Omit<LinkManners, 'ackCode'> = serverManners): ServerDialect {
  return {
    version: 2,
    manners: { ...manners, ackCode: serverPackets.ack.code, questions },
    framing: { open: clientFraming.open, ack: serverFraming.ack, renumber },
    opens: (code) => openings.has(code),
    keepsAlive: (code) => keepAlives.has(code),
    hear: (frame) => {
      const heard = hear(frame)
      return typeof heard === 'object' && 'named' in heard ? { intent: heard.named, request: heard.request } : heard
    },
    listenerOf,
    speak: (event, request, listener) => {
      const phrase = phraseOf(event)
      const said = phrase.speak(event, request, listener)
      return said ? [spoken(said, phrase, event)] : []
    },
    answerStranger: (event, request, sequence) => {
      const said = phraseOf(event).speak(event, request, { directVersion: 0 })
      const isRefused = event.name === 'signOnRefused' && event.because === 'password'
      return said && serverFraming.seal(said.schema, said.value, isRefused ? refusedSequence : sequence)
    },
  }
}

const phraseOf = (event: Event): EventPhrase<EventName> => eventPhrases[event.name] as EventPhrase<EventName>

function spoken(
  { schema, value }: Words,
  { patience, lane, supersedes, alone }: EventPhrase<EventName>,
  event: Event,
): Spoken {
  return {
    datagram: serverFraming.seal(schema, value, 0),
    patience,
    lane: lane ? lane(event) : 0,
    supersedes: supersedes === true,
    alone: alone === true,
  }
}
