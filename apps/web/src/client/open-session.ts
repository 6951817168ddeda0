import type { Uin } from '@seekyou/language'
import type { Line, Messenger, MessengerOptions, Watched } from '@seekyou/messenger'
import type { StatusName } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'
import type { Account, Claim, Device } from '../device/contract.ts'
import { watchable } from '../look/watchable.ts'
import type { EntranceTrouble, Identity, Session, SessionState } from './session.ts'

export interface SessionOptions {
  readonly device: Device
  /** Fetches what talks to the server. Rejects when it cannot be had. */
  readonly fetchEngine: () => Promise<Engine>
  readonly server: string
  /** How somebody writes about whom nothing is known. */
  readonly codePage: CodePageName
  /** The account that this tab had before it was loaded again; `door`: nobody on purpose. */
  readonly tab: { read(): Uin | 'door' | undefined; write(now: Uin | 'door'): void }
}

/** What talks to the server: too large to be fetched before it is needed. */
export interface Engine {
  readonly openMessenger: (options: MessengerOptions) => Messenger
  readonly world: MessengerOptions['world']
}

/** Opens the account that this tab had, else the one used last whose password is kept. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { device, tab } = options
  const state = watchable<SessionState>({ at: 'door' })
  const trouble = watchable<unknown>(undefined)
  /** Whoever has this tab, also while another tab has the account. */
  let now: Seat | undefined
  let stay: Stay | undefined

  async function begin(seat: Seat, status?: StatusName): Promise<Stay> {
    const { uin, codePage } = seat.account
    const { openMessenger, world } = await options.fetchEngine()
    const messenger = openMessenger({
      server: options.server,
      uin,
      password: seat.password,
      codePage,
      ...(status === undefined ? {} : { status }),
      history: device.history(uin),
      notebook: device.notebook(uin),
      world,
      onTrouble: (error) => trouble.set(error),
    })
    const stops = [device.accompany(messenger), messenger.self.watch(() => keepNick(messenger))]
    return {
      messenger,
      end() {
        for (const stop of stops) stop()
        return messenger.signOff()
      },
    }
  }

  /** The nick is known only some time after signing on, and can change. */
  function keepNick({ uin, self }: Messenger): void {
    const account = known(uin)
    const { nick } = self.get()
    if (account === undefined || account.nick === nick || now?.account.uin !== uin) return
    void device.remember({ ...now.account, nick }, account.isRemembered ? now.password : undefined)
  }

  function show(seat: Seat, begun: Stay): void {
    now = seat
    stay = begun
    tab.write(seat.account.uin)
    state.set({ at: 'in', account: seat.account, messenger: begun.messenger, isTaken: false })
  }

  function sit(account: Identity, password: string, claim: Claim): Seat {
    const stopWatching = claim.isOurs.watch(() => {
      const shown = state.get()
      if (now?.claim !== claim || claim.isOurs.get() || shown.at !== 'in' || shown.isTaken) return
      state.set({ ...shown, isTaken: true })
      void shown.messenger.signOff()
    })
    return { account, password, claim, stopWatching }
  }

  async function leave(): Promise<void> {
    const [left, ended] = [now, stay]
    now = undefined
    stay = undefined
    await ended?.end()
    if (left !== undefined) release(left)
  }

  function goToDoor(uin?: Uin): void {
    tab.write('door')
    state.set(uin === undefined ? { at: 'door' } : { at: 'door', uin })
  }

  async function open(account: Account): Promise<void> {
    const password = await device.passwordOf(account.uin)
    if (password === undefined) return goToDoor(account.uin)
    const seat = sit(account, password, device.claim(account.uin))
    now = seat
    if (await seat.claim.known) return reopen()
    tab.write(account.uin)
    state.set({ at: 'otherTab', account })
  }

  async function reopen(status?: StatusName): Promise<void> {
    if (now === undefined) return
    const seat = now
    await stay?.end()
    const begun = await begin(seat, status).catch(() => undefined)
    if (begun !== undefined) return show(seat, begun)
    await leave()
    goToDoor(seat.account.uin)
  }

  const known = (uin: Uin): Account | undefined => device.accounts.get().find((account) => account.uin === uin)

  const before = tab.read()
  const last = [...device.accounts.get()].sort((a, b) => b.usedAt - a.usedAt).find((account) => account.isRemembered)
  const first = before === 'door' ? undefined : ((before === undefined ? undefined : known(before)) ?? last)
  if (first !== undefined) await open(first)

  return {
    state,
    trouble,
    async signIn({ uin, password, isRemembered, ...entrance }) {
      const account: Identity = {
        uin,
        nick: entrance.nick ?? known(uin)?.nick ?? String(uin),
        codePage: entrance.codePage ?? known(uin)?.codePage ?? options.codePage,
      }
      // The same number again, after its password has changed: the claim is ours already.
      const isSame = now?.account.uin === uin
      if (isSame) await stay?.end()
      const claim = isSame && now !== undefined ? now.claim : device.claim(uin)
      if (!(await claim.known) || !claim.isOurs.get()) await taken(claim)
      const seat = isSame && now !== undefined ? { ...now, account, password } : sit(account, password, claim)
      const begun = await begin(seat, entrance.status)
      const because = await firstTry(begun.messenger.line)
      if (because !== undefined) {
        await begun.end()
        if (!isSame) release(seat)
        return because
      }
      if (!isSame) await leave()
      await device.remember({ ...account, nick: begun.messenger.self.get().nick }, isRemembered ? password : undefined)
      show(seat, begun)
      return undefined
    },
    async switchTo(uin) {
      await leave()
      const account = known(uin)
      if (account === undefined) goToDoor()
      else await open(account)
    },
    async signOut() {
      await leave()
      goToDoor()
    },
    goOnline: reopen,
    async goOffline() {
      await stay?.messenger.signOff()
    },
    async takeOver() {
      if (now === undefined) return
      await taken(now.claim)
      await reopen()
    },
    isPassword: (guess) => guess === now?.password,
    async changePassword(password) {
      if (now === undefined || stay === undefined) return
      const { account } = now
      await stay.messenger.changePassword(password)
      now = { ...now, password }
      if (known(account.uin)?.isRemembered === true) await device.remember(account, password)
    },
  }
}

/** Somebody in this tab, and the right to be here. */
interface Seat {
  readonly account: Identity
  readonly password: string
  readonly claim: Claim
  readonly stopWatching: () => void
}

/** The time from signing on to signing off. */
interface Stay {
  readonly messenger: Messenger
  end(): Promise<void>
}

function release({ stopWatching, claim }: Seat): void {
  stopWatching()
  claim.release()
}

/** Takes a claim, and waits until it is ours. */
function taken(claim: Claim): Promise<void> {
  return new Promise((resolve) => {
    const stop = claim.isOurs.watch(look)
    function look(): void {
      if (!claim.isOurs.get()) return
      stop()
      resolve()
    }
    claim.take()
    look()
  })
}

/** How the first try to sign on ends. */
function firstTry(line: Watched<Line>): Promise<EntranceTrouble | undefined> {
  return new Promise((resolve) => {
    const look = (): void => {
      const now = line.get()
      if (now.state === 'online') end(undefined)
      else if (now.state === 'offline') end(now.because === 'signedOff' ? 'other' : now.because)
      else if (now.because !== undefined) end(now.because)
    }
    const stop = line.watch(look)
    const end = (because: EntranceTrouble | undefined): void => {
      stop()
      resolve(because)
    }
    look()
  })
}
