import { emptyInfo, type Text } from '@seekyou/language'
import { type Answer, type Need, type NeedName, ordinarySettings } from '@seekyou/service'

/** How many bytes of a user's profile are texts, as people fill them in: a nick, two names, an e-mail address. */
const [nickBytes, firstBytes, lastBytes, emailBytes] = [8, 6, 9, 22]

/**
 * What the store and the password hasher would answer if everybody had an account, without keeping any row: the real store is on the disk and in
 * a thread of its own, so that its rows are no memory of the node's. Every answer is made anew, as one that
 * comes from a thread is, so that whatever the node keeps of it counts.
 */
export function answerNeed(need: Need): Answer<NeedName> {
  switch (need.name) {
    case 'findAccount':
      return {
        account: {
          uin: need.uin,
          passwordHash: `$argon2id$v=19$m=8192,t=3,p=1$c2VuYXRvcg$${need.uin}`,
          isBanned: false,
          info: {
            ...emptyInfo,
            nick: fresh(nickBytes),
            first: fresh(firstBytes),
            last: fresh(lastBytes),
            email: fresh(emailBytes),
          },
          settings: { ...ordinarySettings },
        },
        waitingFrom: [],
      }
    case 'verifyPassword':
      return true
    case 'rememberContacts':
      return { allowed: need.contacts }
    case 'waitingMessages':
      return []
    case 'commit':
      return { refused: [] }
    default:
      throw new Error(`nobody here asks for ${need.name}`)
  }
}

/** A text with memory of its own, as the store's thread hands it over. */
const fresh = (length: number): Text => structuredClone(new Uint8Array(length).fill(0x61))
