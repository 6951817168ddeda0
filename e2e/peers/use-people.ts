import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { password } from '../started-server.ts'
import type { Place } from '../use-server.ts'
import type { Actions } from './person.ts'
import { RemotePerson } from './remote-person.ts'

type Options = Partial<Parameters<Actions['connect']>[0]>

export interface Somebody {
  readonly person: RemotePerson
  readonly uin: number
}

export interface People {
  /** A folder of this file's own. */
  readonly folder: string
  /** Two who know each other, each in a process of their own, on line, with direct connections. */
  pair(options?: Options): Promise<{ ann: RemotePerson; bob: RemotePerson; annUin: number; bobUin: number }>
  /** Somebody's process, signed on; in place of one that has died if `uin` is given. */
  somebody(options: Options & { readonly uin?: number }): Promise<Somebody>
}

/** People for the tests of one file, whose processes end after the last test. */
export function usePeople(place: Place): People {
  const all: RemotePerson[] = []
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seekyou-peers-'))
  })
  afterAll(async () => {
    await Promise.all(all.map((person) => person.kill()))
    await rm(folder, { recursive: true, force: true })
  })

  async function somebody({ uin = place.newUin(), ...options }: Options): Promise<Somebody> {
    const person = new RemotePerson()
    all.push(person)
    const server = `${place.server.host}:${place.server.port}`
    await person.do('connect', { server, password, peers: {}, ...options, uin })
    return { person, uin }
  }

  return {
    get folder() {
      return folder
    },
    somebody,
    async pair(options = {}) {
      const [annUin, bobUin] = [place.newUin(), place.newUin()]
      const [{ person: ann }, { person: bob }] = await Promise.all([
        somebody({ ...options, uin: annUin, contacts: [bobUin] }),
        somebody({ ...options, uin: bobUin, contacts: [annUin] }),
      ])
      await Promise.all([ann.sees('user', 'online'), bob.sees('user', 'online')])
      return { ann, bob, annUin, bobUin }
    },
  }
}
