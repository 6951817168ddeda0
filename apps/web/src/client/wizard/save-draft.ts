import type { Messenger } from '@seekyou/messenger'
import type { Draft } from './registration-note.ts'

/** Saves what somebody told at registration, now that they are signed on. False: the server did not take it. */
export async function saveDraft(messenger: Messenger, draft: Draft): Promise<boolean> {
  const { nick, first, last, email, needsAuthorization } = draft
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await messenger.saveProfile({ nick, first, last, email, needsAuthorization }, nothingTold)
      return true
    } catch {
      // Once more: the answer may have been lost.
    }
  }
  return false
}

const nothingTold = {
  city: '',
  country: undefined,
  timeZone: undefined,
  state: '',
  age: undefined,
  sex: undefined,
  phone: '',
  homepage: '',
  about: '',
  zip: undefined,
}
