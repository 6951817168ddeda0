import type { Uin } from '@seekyou/language'
import { codePage } from '@seekyou/wire'
import { encodeText } from './content/text.ts'
import { defaultWorld } from './default-world.ts'
import { Driver } from './driver.ts'
import { RegistrationError } from './errors.ts'
import type { RegisterOptions } from './options.ts'

/** Gets a new number. Rejects with `RegistrationError`, `CannotReach`, or the signal's reason. */
export async function register({ server, password, codePage: page, world, signal }: RegisterOptions): Promise<Uin> {
  signal?.throwIfAborted()
  const text = encodeText(password, codePage(page))
  const { promise, resolve, reject } = Promise.withResolvers<Uin>()
  const driver = new Driver(world ?? defaultWorld(), server, false, (outcome) => {
    if (outcome.kind === 'registered') resolve(outcome.uin)
    else if (outcome.kind === 'registrationRefused') reject(new RegistrationError(outcome.because))
  })
  const abort = (): void => reject(signal?.reason)
  signal?.addEventListener('abort', abort)
  try {
    await Promise.race([promise, driver.open()])
    driver.wish({ name: 'register', password: text })
    return await promise
  } finally {
    signal?.removeEventListener('abort', abort)
    driver.close()
  }
}
