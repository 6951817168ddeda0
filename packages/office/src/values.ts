// The values that several requests speak of.
import { z } from 'zod'

/** A user's number. */
export const uin = z.int().min(0).max(0xffff_ffff)
/** Milliseconds since 1970, UTC. */
export const time = z.int().min(0)
/** Bytes, pieces, milliseconds. */
export const count = z.int().min(0)
/** An array that nobody changes. */
export const rowsOf = <Row extends z.ZodType>(row: Row) => z.array(row).readonly()
/** Nothing to say. */
export const nothing = z.strictObject({})

export const registrationMode = z.enum(['closed', 'lan', 'invite', 'open'])

/** How available somebody is. */
export const statusName = z.enum([
  'online',
  'away',
  'notAvailable',
  'occupied',
  'doNotDisturb',
  'freeForChat',
  'invisible',
])
