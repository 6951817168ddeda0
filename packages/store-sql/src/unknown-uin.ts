import { UinUnknown } from './errors.ts'

/** Nobody has that number, in a sentence for whoever asked. */
export const unknownUin = (uin: number): UinUnknown =>
  new UinUnknown(`There is no account ${uin}. Check the number in the list of accounts.`)
