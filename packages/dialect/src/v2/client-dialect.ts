import type { Event, IntentName } from '@seekyou/language'
import { clientManners, type LinkManners } from '@seekyou/link'
import { clientFraming, clientPackets, renumber, serverFraming } from '@seekyou/wire'
import type { ClientDialect } from '../dialect.ts'
import { eventPhrases } from './event-phrases.ts'
import { hearer } from './hear.ts'
import { intentPhrases } from './intent-phrases.ts'
import type { IntentPhrase } from './phrase.ts'

const hear = hearer<Event>(eventPhrases)

/** Version 2 as a client speaks it; `manners` are the numbers of its link. */
export function v2Client(manners: Omit<LinkManners, 'ackCode'> = clientManners): ClientDialect {
  return {
    version: 2,
    manners: { ...manners, ackCode: clientPackets.ack.code },
    framing: (uin) => ({ open: serverFraming.open, ack: (sequence) => clientFraming.ack(sequence, uin), renumber }),
    hear: (frame) => {
      const heard = hear(frame)
      return typeof heard === 'object' && 'named' in heard ? { event: heard.named, request: heard.request } : heard
    },
    speak: (intent, request, uin) => {
      const phrase = intentPhrases[intent.name] as IntentPhrase<IntentName>
      const { schema, value } = phrase.speak(intent, request)
      return [
        {
          datagram: clientFraming.seal(schema, value, 0, uin),
          patience: 'steady',
          lane: 0,
          supersedes: false,
          alone: false,
        },
      ]
    },
  }
}
