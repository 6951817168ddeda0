// One person in a process of their own, with a client made of the library. The process that has started this one says what to do.
import {
  type AcceptOptions,
  type Chat,
  type ChatLook,
  type ChatRequestedEvent,
  type ConnectOptions,
  connect,
  type FilesOfferedEvent,
  type SendOptions,
  type StatusName,
  type Transfer,
  type User,
} from '@seekyou/sdk'

/** What has happened, without what cannot travel. */
export interface Told {
  readonly of: 'user' | 'chat' | 'transfer'
  readonly type: string
  readonly [detail: string]: unknown
}

const sampleEveryMs = 20

let user: User | undefined
let chat: Chat | undefined
let transfer: Transfer | undefined
let request: ChatRequestedEvent | undefined
let offer: FilesOfferedEvent | undefined
let peakBytes = 0

/** What this person can be asked to do. */
const actions = {
  async connect(options: Omit<ConnectOptions, 'world' | 'signal' | 'queue'>) {
    user = await connect(options)
    user.on('*', (event) => {
      if (event.type === 'chatRequested') request = event
      if (event.type === 'filesOffered') offer = event
      tell('user', event)
    })
  },
  send: (to: number, text: string, options: Omit<SendOptions, 'signal'> = {}) => there(user).send(to, text, options),
  sendUrl: (to: number, url: string, description: string) => there(user).sendUrl(to, url, { description }),
  sendContacts: (to: number, contacts: readonly { uin: number; nick: string }[]) =>
    there(user).sendContacts(to, contacts),
  async setStatus(status: StatusName, text?: string) {
    there(user).setStatus(status, { ...(text !== undefined && { text }) })
  },
  awayText: (uin: number) => there(user).awayText(uin),
  async chat(to: number, reason: string) {
    chat = keepChat(await there(user).chat(to, { reason, nick: 'Ann' }))
  },
  async acceptChat() {
    chat = keepChat(await there(request).accept({ nick: 'Bob' }))
  },
  refuseChat: async (reason: string) => there(request).refuse(reason),
  type: async (text: string) => there(chat).type(text),
  setLook: async (look: Partial<ChatLook>) => there(chat).setLook(look),
  chatNick: async () => there(chat).nick,
  leaveChat: async () => there(chat).leave(),
  async sendFiles(to: number, paths: readonly string[]) {
    transfer = keepTransfer(await there(user).sendFiles(to, paths, { description: 'for you' }))
  },
  async acceptFiles(options: Omit<AcceptOptions, 'signal'>) {
    transfer = keepTransfer(there(offer).accept(options))
  },
  refuseFiles: async (reason: string) => there(offer).refuse(reason),
  skipFile: async () => there(transfer).skip(),
  setSpeed: async (percent: number) => there(transfer).setSpeed(percent),
  cancelFiles: async () => there(transfer).cancel(),
  /** Resolves when the transfer is over; rejects with what it rejects with. */
  transferred: () => there(transfer).done,
  /** Memory in RAM, in bytes: now, and the most since the last call. */
  async memory() {
    const now = process.memoryUsage.rss()
    const peak = Math.max(now, peakBytes)
    peakBytes = 0
    return { now, peak }
  },
  signOff: () => there(user).signOff(),
} as const

export type Actions = typeof actions

process.on('message', async ({ turn, name, args }: { turn: number; name: keyof Actions; args: never[] }) => {
  try {
    const action = actions[name] as (...args: never[]) => Promise<unknown>
    process.send!({ turn, result: await action(...args) })
  } catch (error) {
    const { name, message, because, answer, reason } = error as Error & Record<string, unknown>
    process.send!({ turn, error: { name, message, because, answer, reason } })
  }
})
process.on('disconnect', () => process.exit())
setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
}, sampleEveryMs)

function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('there is none yet')
  return thing
}

function keepChat(chat: Chat): Chat {
  chat.on('*', (event) => tell('chat', event))
  return chat
}

function keepTransfer(transfer: Transfer): Transfer {
  transfer.on('*', (event) => tell('transfer', event))
  return transfer
}

function tell(of: Told['of'], event: { readonly type: string }): void {
  const details = Object.entries(event).filter(([name, value]) => name !== 'raw' && typeof value !== 'function')
  process.send?.({ told: { of, ...Object.fromEntries(details) } })
}
