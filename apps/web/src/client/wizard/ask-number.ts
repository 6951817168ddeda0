import type { Uin } from '@seekyou/language'
import { browserWorld, CannotReach, RegistrationError, register, type World } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'

/** How asking for a number ended. */
export type Given =
  | { readonly uin: Uin }
  /** `refused`: there is none; `away`: nothing was asked; `silent`: nobody knows whether one was given. */
  | { readonly because: 'refused' | 'away' | 'silent' }

/** Where datagrams of these pages go. */
export const datagramsAt = ({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string =>
  `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/datagrams`

/**
 * Asks for a new number. The server knows a repetition by where it comes from, so that it is asked over one connection only: when
 * that breaks, asking again could take a second number, and is left to the person.
 */
export async function askNumber(
  server: string,
  password: string,
  codePage: CodePageName,
  world: World = browserWorld(),
): Promise<Given> {
  const broken = new AbortController()
  let isAsked = false
  const oneRoad: World = {
    ...world,
    async openRoad(to, hear, lost, read) {
      if (isAsked) throw new CannotReach(to, 'the connection broke')
      const road = await world.openRoad(
        to,
        hear,
        () => {
          lost()
          broken.abort()
        },
        read,
      )
      isAsked = true
      return road
    },
  }
  try {
    return { uin: await register({ server, password, codePage, world: oneRoad, signal: broken.signal }) }
  } catch (error) {
    if (error instanceof RegistrationError && error.because === 'refused') return { because: 'refused' }
    if (error instanceof CannotReach && !isAsked) return { because: 'away' }
    return { because: 'silent' }
  }
}
