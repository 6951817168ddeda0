import type { OpenCandidate, Question } from './candidate.ts'
import { accountQuestions } from './questions/accounts.ts'
import { contactQuestions } from './questions/contacts.ts'
import { durabilityQuestions } from './questions/durability.ts'
import { linkQuestions } from './questions/links.ts'
import { mailboxQuestions } from './questions/mailboxes.ts'
import { messageQuestions } from './questions/messages.ts'
import { profileQuestions } from './questions/profiles.ts'
import { searchQuestions } from './questions/searches.ts'

export type { Candidate, Question } from './candidate.ts'

/**
 * What every store must answer right: for each question of the list, wait for `run()`. Every question opens a candidate of its
 * own, empty, and closes it.
 */
export function storeExam(open: OpenCandidate): readonly Question[] {
  const drafts = [
    ...accountQuestions,
    ...profileQuestions,
    ...searchQuestions,
    ...contactQuestions,
    ...messageQuestions,
    ...mailboxQuestions,
    ...linkQuestions,
    ...durabilityQuestions,
  ]
  return drafts.map(({ name, ask }) => ({
    name,
    run: async () => {
      const candidate = await open()
      try {
        await ask(candidate)
      } finally {
        await candidate.close()
      }
    },
  }))
}
