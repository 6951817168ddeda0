import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Text } from '@seekyou/language'
import { type Hasher, Overloaded } from '@seekyou/service'
import { GoodPasswords } from './good-passwords.ts'
import { formatPhc, type Phc, parsePhc } from './phc.ts'
import { Queue } from './queue.ts'

/** What one new hash costs. Passwords are checked at the cost that their hashes name. */
export interface HashCost {
  readonly memoryKib: number
  readonly passes: number
}

export interface HasherOptions extends Partial<HashCost> {
  /** How many hashes are computed side by side. One core is left to the main thread if nothing is said. */
  readonly atOnce?: number
  /** How many checks may wait. */
  readonly checksMax?: number
}

/**
 * 2 to 3 ms: an operator can import 10,000 accounts in seconds, and a thousand people can come back within a few seconds. The
 * passwords of 1998 have 8 characters and go over the wire in the clear, so a dearer hash buys little; whoever wants one may
 * go up to what OWASP advises, 19456 KiB and 2 passes.
 */
const defaultCost: HashCost = { memoryKib: 4_096, passes: 1 }

/** Some seconds of checks at the default cost. More waiting helps nobody: clients ask again after ten seconds. */
const defaultChecksMax = 2_048
/** New passwords wait longer: an import may bring thousands. */
const newHashesMax = 10_000
/** Checks for nothing, which cost time so that unknown numbers look like known ones. Nobody else waits for them. */
const dummiesMax = 8
/** The urgencies of the queue. */
const urgency = { check: 0, newHash: 1, dummy: 2 }
const saltBytes = 16
const hashBytes = 32

/**
 * The password hasher: argon2id on the threads of Node. Checks go before new hashes, so an import keeps nobody from signing on.
 * A password that was right before is known again without a hash, and so is a wrong one then. What is no argon2id hash fits no
 * password, and is checked against nothing when there is time for it. Rejects with `Overloaded` when 2,048 checks, 8 checks
 * against nothing, or 10,000 new hashes, wait already.
 */
export function newHasher(options: HasherOptions = {}): Hasher {
  const { memoryKib, passes } = { ...defaultCost, ...options }
  const { atOnce = Math.max(1, availableParallelism() - 1), checksMax = defaultChecksMax } = options
  const queue = new Queue(atOnce, [checksMax, newHashesMax, dummiesMax], () => new Overloaded())
  const known = new GoodPasswords()
  const fresh = (): Phc => ({
    memoryKib,
    passes,
    parallelism: 1,
    salt: randomBytes(saltBytes),
    hash: Buffer.alloc(hashBytes),
  })

  return {
    async verifyPassword({ password, hash }) {
      const wanted = hash === undefined ? undefined : parsePhc(hash)
      if (hash === undefined || wanted === undefined) {
        await queue.run(urgency.dummy, () => compute(password, fresh()))
        return false
      }
      const isGood = known.isGood(hash, password)
      if (isGood !== undefined) return isGood
      const computed = await queue.run(urgency.check, () => compute(password, wanted))
      const isRight = timingSafeEqual(computed, wanted.hash)
      if (isRight) known.remember(hash, password)
      return isRight
    },
    async hashPassword({ password }) {
      const phc = fresh()
      return formatPhc({ ...phc, hash: await queue.run(urgency.newHash, () => compute(password, phc)) })
    },
  }
}

function compute(password: Text, { memoryKib, passes, parallelism, salt, hash }: Phc): Promise<Buffer> {
  const parameters = { message: password, nonce: salt, parallelism, tagLength: hash.length, memory: memoryKib, passes }
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, computed) => (error ? reject(error) : resolve(computed)))
  })
}
