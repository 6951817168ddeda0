// The real server with a small town on it: accounts, people on line, and what the server remembers of ann.
import { uin as toUin } from '@seekyou/language'
import { memoryHistory, memoryNotebook, openMessenger } from '@seekyou/messenger'
import { connect, nodeWorld, type User } from '@seekyou/sdk'
import { setupLinkOf } from '../../e2e/admin-place.ts'
import { runSeekyou } from '../../e2e/run-seekyou.ts'
import {
  cheapHashes,
  newDataFolder,
  password,
  removeDataFolder,
  type StartedServer,
  startServer,
} from '../../e2e/started-server.ts'
import { ann, groups, type Townsman, townsmen, uinOf } from './people.ts'
import { until } from './until.ts'

export interface Town {
  /** Where the client is, without a slash at its end. */
  readonly url: string
  /** The setup link of the first administrator. */
  readonly setupLink: string
  /** Somebody who is on line. */
  who(nick: string): User
  /** Ends the server as a power cut would; nothing of the town answers any more. */
  goDark(): Promise<void>
  close(): Promise<void>
}

/** Starts everything on free ports, in a data folder of its own. */
export async function openTown(): Promise<Town> {
  const data = await newDataFolder()
  await importTown(data)
  // Ports are in the pictures: the usual ones if they are free.
  const server = await start(data, 4_000, 8_080, 8_081).catch(() => start(data, 0, 0, 0))
  const users = new Map<string, User>()
  const close = async (): Promise<void> => {
    await Promise.all([...users.values()].map((user) => user.signOff({ waitMs: 0 })))
    await server.stop()
    await removeDataFolder(data)
  }
  try {
    const present = townsmen.filter(({ status }) => status !== undefined)
    for (const one of present) users.set(one.nick, await signOn(one, server))
    await prepareAnn(server)
  } catch (error) {
    await close()
    throw error
  }
  const setupLink = (await setupLinkOf(server)).replace('icq.example.org', '127.0.0.1')
  return {
    url: `http://${server.http}`,
    setupLink,
    who(nick) {
      const user = users.get(nick)
      if (user === undefined) throw new Error(`${nick} is not on line`)
      return user
    },
    async goDark() {
      await server.kill()
    },
    close,
  }
}

const start = (data: string, port: number, http: number, admin: number): Promise<StartedServer> =>
  startServer(data, {
    port,
    flags: [
      ...['--http', `127.0.0.1:${http}`, '--admin-http', `127.0.0.1:${admin}`],
      ...['--name', 'Harbour', '--host-name', 'icq.example.org', '--first-uin', '204200'],
      // Nobody is made to wait for a picture.
      ...['--registration', 'open', '--enforce-authorization', 'on', '--limits', 'off'],
    ],
  })

async function importTown(data: string): Promise<void> {
  const rows = [ann, ...townsmen].map(({ uin, nick, codePage = 'windows-1252', needsAuthorization = false, more }) =>
    JSON.stringify({ uin, nick, password, codePage, needsAuthorization, ...more }),
  )
  const args = ['user', 'import', '-', '--data', data, ...cheapHashes]
  const { exitCode, stderr } = await runSeekyou(args, { input: `${rows.join('\n')}\n` })
  if (exitCode !== 0) throw new Error(`the accounts were refused: ${stderr}`)
}

const signOn = async (
  { uin, codePage = 'windows-1252', isInvisible = false, status = 'online' }: Townsman,
  { host, port }: StartedServer,
): Promise<User> => {
  const user = await connect({
    server: `${host}:${port}`,
    uin,
    password,
    codePage,
    contacts: [ann.uin],
    visibleTo: isInvisible ? [ann.uin] : [],
    // A town without a server is part of the pictures.
    onError: () => {},
  })
  user.setStatus(status, { isInvisible })
  return user
}

/** Signs ann on from another device, puts her list in order, and leaves: the browser of the pictures finds it all at the server. */
async function prepareAnn({ http }: StartedServer): Promise<void> {
  const messenger = openMessenger({
    server: `ws://${http}/datagrams`,
    uin: toUin(ann.uin),
    password,
    codePage: ann.codePage ?? 'windows-1252',
    history: memoryHistory(),
    notebook: memoryNotebook(),
    world: nodeWorld(),
    onTrouble: (error) => {
      throw error
    },
  })
  await until(() => messenger.line.get().state === 'online' && messenger.isListRestored.get())
  messenger.changeSettings({ groups })
  for (const { uin, group, needsAuthorization } of townsmen) {
    if (group === undefined) continue
    messenger.addContact(toUin(uin), { group, ...(needsAuthorization ? { reason: 'We met at the radio club.' } : {}) })
  }
  messenger.mute(toUin(uinOf('slow_tape')), true)
  messenger.setSight(toUin(uinOf('quiet_one')), 'always')
  messenger.setAwayText('away', 'Tea. Back in ten minutes.')
  const here = townsmen.filter(({ group, status }) => group !== undefined && status !== undefined)
  await until(() => here.every(({ uin }) => messenger.people.get().get(toUin(uin))?.status !== undefined))
  await messenger.signOff()
}
