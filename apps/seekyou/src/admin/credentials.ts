import type { Hasher } from '@seekyou/service'
import { misuse } from '../complaint.ts'

const leastCharacters = 12
const encoder = new TextEncoder()

/** An administrator's password as the bytes that are hashed. */
export const secretBytes = (password: string): Uint8Array => encoder.encode(password.normalize('NFC'))

/** Hashes an administrator's password. Complains about one that is too short. */
export async function strongHash(password: string, hasher: Hasher): Promise<string> {
  if ([...password].length < leastCharacters) {
    throw misuse(
      `An administrator's password has at least ${leastCharacters} characters: choose a longer one, such as four words.`,
    )
  }
  return hasher.hashPassword({ password: secretBytes(password) })
}

/** Complains unless an administrator or a token may be called that. */
export function expectName(name: string): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,39}$/u.test(name) || reserved.has(name.toLowerCase())) {
    throw misuse(
      'A name has 1 to 40 letters, digits and . _ @ -, begins with a letter or a digit, and is neither terminal nor server.',
    )
  }
}

/** Who else has done something, in the audit log. */
const reserved: ReadonlySet<string> = new Set(['terminal', 'server'])
