import { firstPersonalUin } from '@seekyou/language'
import { z } from 'zod'
import type { ImportRow } from '../control/requests.ts'

const uinRange = `uin is no whole number from ${firstPersonalUin} to 4294967295`
const text = (name: string) => z.string({ error: `${name} is no text` })

const row = z
  .object(
    {
      uin: z.int(uinRange).min(firstPersonalUin, uinRange).max(0xffff_ffff, uinRange).optional(),
      nick: text('nick').default(''),
      password: text('password').optional(),
      passwordHash: text('passwordHash').startsWith('$', 'passwordHash is no PHC string').optional(),
      codePage: text('codePage').optional(),
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
