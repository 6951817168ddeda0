import { firstPersonalUin, isUin } from '@seekyou/language'
import { InvalidArgumentError } from 'commander'

/** A number that a person may have. */
export function parseUin(text: string): number {
  const number = Number(text)
  if (/^\d{1,10}$/.test(text) && isUin(number) && number >= firstPersonalUin) return number
  throw new InvalidArgumentError(`A UIN is a whole number from ${firstPersonalUin} to 4294967295.`)
}
