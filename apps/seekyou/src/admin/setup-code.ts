import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const hourMs = 3_600_000
const codeBytes = 16

/** The code of the setup link: one at a time, good once and for an hour. It is kept in memory only, and there only its hash. */
export class SetupCode {
  #hash: Buffer | undefined
  #expiresAt = 0

  /** Makes a code of 128 random bits. The one before is good no more. */
  renew(now: number): { readonly code: string; readonly expiresAt: number } {
    const code = randomBytes(codeBytes).toString('base64url')
    this.#hash = hashOf(code)
    this.#expiresAt = now + hourMs
    return { code, expiresAt: this.#expiresAt }
  }

  isRight(code: string, now: number): boolean {
    return this.#hash !== undefined && now < this.#expiresAt && timingSafeEqual(this.#hash, hashOf(code))
  }

  /** It is being used. The returned function says that nothing came of it, and makes it good again unless there is another. */
  end(): () => void {
    const hash = this.#hash
    this.#hash = undefined
    return () => {
      this.#hash ??= hash
    }
  }
}

const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest()
