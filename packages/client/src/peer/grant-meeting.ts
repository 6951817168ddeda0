import type { Millis } from '@seekyou/language'
import { ChatSession } from './chat-session.ts'
import { FileReceiver } from './file-receiver.ts'
import { FileSender } from './file-sender.ts'
import { chatKind, fileKind, flagsOf } from './frames.ts'
import type { Meetings } from './meetings.ts'
import type { Begin } from './occasion.ts'
import type { Question } from './questions.ts'
import type { ChatWish, TransferWish } from './session.ts'
import type { Surroundings } from './surroundings.ts'
import type { ChatAgreement, TransferAgreement } from './wishes.ts'

/** Carries out what the user wishes about chats and transfers. What is about none that exists is ignored: it has just ended. */
export function grantMeeting(
  wish: ChatAgreement | ChatWish | TransferAgreement | TransferWish,
  chats: Meetings,
  transfers: Meetings,
  around: Surroundings,
  now: Millis,
): void {
  switch (wish.name) {
    case 'requestChat': {
      const { id, to, reason: text } = wish
      const question = { kind: chatKind, text, flags: flagsOf('normal', around.status) }
      chats.request(id, to, question, () => chat(wish, 'caller', around), now)
      break
    }
    case 'answerChat':
      if (wish.accept) chats.accept(wish.id, () => chat(wish, 'host', around), now)
      else chats.refuse(wish.id, wish.reason, now)
      break
    case 'type':
    case 'leaveChat':
      chats.wish(wish, now)
      break
    case 'offerFiles':
      transfers.request(wish.id, wish.to, offer(wish, around), () => new FileSender(wish), now)
      break
    case 'answerFiles': {
      const { id, nick, bytesMax = Number.POSITIVE_INFINITY } = wish
      const begin: Begin = ({ peer: from, size = 0 }) =>
        new FileReceiver({ id, nick, from, bytesMax: Math.min(size === sizeMax ? bytesMax : size, bytesMax) })
      if (wish.accept) transfers.accept(id, begin, now)
      else transfers.refuse(id, wish.reason, now)
      break
    }
    case 'skipFile':
    case 'setSpeed':
    case 'cancelFiles':
      transfers.wish(wish, now)
      break
  }
}

const chat = ({ id, nick }: ChatAgreement, role: 'caller' | 'host', { me }: Surroundings): ChatSession =>
  new ChatSession({ id, role, me, nick, port: me.port })

type Offer = Extract<TransferAgreement, { name: 'offerFiles' }>

function offer({ description: text, files }: Offer, { status }: Surroundings): Question {
  const [first] = files
  if (!first) throw new RangeError('An offer needs at least one file.')
  const tooLarge = files.find(({ size }) => size > sizeMax)
  if (tooLarge) throw new RangeError(`A file of ${tooLarge.size} bytes cannot be sent: ${sizeMax} is the most.`)
  const size = Math.min(
    files.reduce((sum, file) => sum + file.size, 0),
    sizeMax,
  )
  return { kind: fileKind, text, flags: flagsOf('normal', status), filename: first.name, size }
}

/** Sizes have 32 bits on the wire. Files that are larger together are offered as just so many bytes. */
const sizeMax = 0xffff_ffff
