import { z } from 'zod'
import { declare } from '../declare.ts'
import { count, nothing, registrationMode, rowsOf, time, uin } from '../values.ts'

const inviteRow = z.object({
  code: z.string(),
  usesLeft: count,
  expiresAt: time.optional().describe('left out: never'),
  madeBy: uin.optional().describe('which user has made it; left out: an operator'),
})

/** The requests that are about who may get a number. */
export const registrationRequests = {
  registration: declare({
    ask: nothing,
    answer: z.object({
      mode: registrationMode,
      isFixed: z
        .boolean()
        .describe(
          'a flag or a variable says it: what is chosen here holds until the restart and then again without them',
        ),
    }),
    about: 'Says who may get a number from a client.',
    changes: false,
    http: { method: 'get', path: '/registration' },
  }),
  setRegistration: declare({
    ask: z.strictObject({ mode: registrationMode }),
    answer: nothing,
    about: 'Chooses who may get a number from a client, at once and for later starts.',
    changes: true,
    http: { method: 'put', path: '/registration' },
  }),
  addInvite: declare({
    ask: z.strictObject({
      code: z.string().optional(),
      uses: z.int().min(1).max(999_999),
      expiresAt: time.optional(),
    }),
    answer: z.object({ code: z.string() }),
    about: 'Makes a code that lets people register, of eight letters and digits unless one is given.',
    changes: true,
    http: { method: 'post', path: '/invites' },
  }),
  listInvites: declare({
    ask: nothing,
    answer: z.object({ invites: rowsOf(inviteRow) }),
    about: 'Shows all invites, the oldest first.',
    changes: false,
    http: { method: 'get', path: '/invites' },
  }),
  removeInvite: declare({
    ask: z.strictObject({ code: z.string() }),
    answer: nothing,
    about: 'Withdraws an invite.',
    changes: true,
    http: { method: 'delete', path: '/invites/{code}' },
  }),
}

export type InviteRow = z.output<typeof inviteRow>
export type RegistrationMode = z.output<typeof registrationMode>
