import { firstPersonalUin } from '@seekyou/language'
import type { ImportRow } from '@seekyou/office'
import { z } from 'zod'

const uinRange = `uin is no whole number from ${firstPersonalUin} to 4294967295`
const text = (name: string) => z.string({ error: `${name} is no text` })

const whole = (name: string, least: number, most: number) =>
  z.int(`${name} is no whole number`).min(least, `${name} is too small`).max(most, `${name} is too large`).optional()
const flag = (name: string) => z.boolean(`${name} is neither true nor false`).optional()
const word = 0xffff
const long = 0xffff_ffff
/** The last moment that a date can name. */
const forever = 8_640_000_000_000_000

const row = z
  .object(
    {
      uin: z.int(uinRange).min(firstPersonalUin, uinRange).max(0xffff_ffff, uinRange).optional(),
      nick: text('nick').default(''),
      password: text('password').optional(),
      passwordHash: text('passwordHash').startsWith('$', 'passwordHash is no PHC string').optional(),
      first: text('first').optional(),
      last: text('last').optional(),
      email: text('email').optional(),
      needsAuthorization: flag('needsAuthorization'),
      city: text('city').optional(),
      country: whole('country', 0, word),
      timeZone: whole('timeZone', -128, 127),
      state: text('state').optional(),
      age: whole('age', 0, word),
      sex: whole('sex', 0, 255),
      phone: text('phone').optional(),
      homepage: text('homepage').optional(),
      about: text('about').optional(),
      zip: whole('zip', 0, long),
      codePage: text('codePage').optional(),
      readAs: text('readAs').optional(),
      createdAt: whole('createdAt', 0, forever),
      leavesAt: whole('leavesAt', 0, forever),
      publishesEmail: flag('publishesEmail'),
      searchable: flag('searchable'),
      direct: flag('direct'),
      storedMax: whole('storedMax', 0, long),
      limits: flag('limits'),
      ban: z
        .object(
          {
            at: z.int('ban.at is no time').min(0, 'ban.at is no time').max(forever, 'ban.at is no time'),
            reason: text('ban.reason'),
          },
          'ban is no ban',
        )
        .optional(),
    },
    { error: 'the line is no JSON object' },
  )
  .refine((one) => (one.password === undefined) !== (one.passwordHash === undefined), {
    error: 'give either password or passwordHash',
  })

/** One line of an import file, or the reason why it is none. */
export function importRow(json: string, line: number): ImportRow | string {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return 'the line is no JSON'
  }
  const { data, error } = row.safeParse(value)
  return data ? { line, ...data } : (error.issues[0]?.message ?? '')
}
