import type { z } from 'zod'
import { administratorRequests } from './requests/administrators.ts'
import { registrationRequests } from './requests/registration.ts'
import { runningRequests } from './requests/running.ts'
import { upkeepRequests } from './requests/upkeep.ts'
import { userRequests } from './requests/users.ts'

/** Everything that an operator may ask, declared once. A request that cannot be met is answered with a sentence. */
export const requests = {
  ...userRequests,
  ...registrationRequests,
  ...runningRequests,
  ...upkeepRequests,
  ...administratorRequests,
}

/** The types of what is asked and answered, by the names of the requests. */
export type Requests = {
  readonly [Name in keyof typeof requests]: {
    readonly ask: z.output<(typeof requests)[Name]['ask']>
    readonly answer: z.output<(typeof requests)[Name]['answer']>
  }
}

/** A request by name. */
export type RequestName = keyof Requests
/** What is asked with one request. */
export type Ask<Name extends RequestName> = Requests[Name]['ask']
/** What one request is answered with. */
export type Answer<Name extends RequestName> = Requests[Name]['answer']

/**
 * Whoever meets requests. `by` says who asks, for the audit log: an administrator's name, `token NAME`, or `terminal`, which is
 * meant when nobody is named. Rejects with a complaint that has a sentence for whoever asked.
 */
export type Meet = <Name extends RequestName>(name: Name, ask: Ask<Name>, by?: string) => Promise<Answer<Name>>
