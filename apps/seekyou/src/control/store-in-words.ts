import { Unavailable } from '@seekyou/service'
import {
  AdministratorTaken,
  InviteTaken,
  NotBackedUp,
  NoUinLeft,
  StoreDamaged,
  StoreTooNew,
  StoreUnusable,
  TokenTaken,
  TooManyInvites,
  UinRemoved,
  UinReserved,
  UinTaken,
  UinUnknown,
} from '@seekyou/store-sql'
import { Complaint, unknown } from '../complaint.ts'

/** The store's "no" is already a sentence for people. */
const refusals = [
  AdministratorTaken,
  InviteTaken,
  NotBackedUp,
  NoUinLeft,
  StoreDamaged,
  StoreTooNew,
  StoreUnusable,
  TokenTaken,
  TooManyInvites,
  UinRemoved,
  UinReserved,
  UinTaken,
]

/** What the store said as a complaint; any other error as it was. */
export function storeInWords(error: unknown): unknown {
  if (error instanceof UinUnknown) return unknown(error.message)
  if (refusals.some((refusal) => error instanceof refusal)) return new Complaint((error as Error).message)
  if (!(error instanceof Unavailable)) return error
  const { cause } = error
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new Complaint(
    `The disk did not take it (${reason}): nothing was changed, so make room or repair it and try again.`,
  )
}
