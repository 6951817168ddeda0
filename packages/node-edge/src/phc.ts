/** An argon2id hash with everything that is needed to check a password against it. */
export interface Phc {
  readonly memoryKib: number
  readonly passes: number
  readonly parallelism: number
  readonly salt: Buffer
  readonly hash: Buffer
}

const pattern = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** `$argon2id$v=19$m=4096,t=2,p=1$salt$hash`, as the PHC string format has it. */
export function formatPhc({ memoryKib, passes, parallelism, salt, hash }: Phc): string {
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
}

/**
 * Undefined for anything that is no argon2id string of version 19, or whose figures are out of range: memory from 8 KiB per lane
 * to 1 GiB, 1 to 100 passes, salt of at least 8 bytes, hash of 4 to 64.
 */
export function parsePhc(text: string): Phc | undefined {
  const [, memory, passes, parallelism, salt = '', hash = ''] = pattern.exec(text) ?? []
  const phc: Phc = {
    memoryKib: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
  const isSound =
    phc.parallelism >= 1 &&
    phc.memoryKib >= 8 * phc.parallelism &&
    phc.memoryKib <= 1_048_576 &&
    phc.passes >= 1 &&
    phc.passes <= 100 &&
    phc.salt.length >= 8 &&
    phc.hash.length >= 4 &&
    phc.hash.length <= 64
  return isSound ? phc : undefined
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')
