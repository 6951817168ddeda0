// What this browser keeps and can do, beside talking to the server.
import type { Uin } from '@seekyou/language'
import type { History, Messenger, Notebook, Settings, Watched } from '@seekyou/messenger'
import type { CodePageName } from '@seekyou/wire'

/** Somebody who has signed in here. */
export interface Account {
  readonly uin: Uin
  readonly nick: string
  readonly codePage: CodePageName
  /** The password is kept, so that it need not be typed. */
  readonly isRemembered: boolean
  readonly usedAt: number
}

/**
 * How this program looks before anybody has signed in, and where an account says nothing else. It shows on `<html>`:
 * `data-theme` is `light` or `dark` (absent: as the system says), `data-look` is `1998` in that theme, whose night shift is
 * `dark`, `data-fonts` is `large`, and `lang` is the language.
 */
export type Taste = Pick<Settings, 'theme' | 'nightShift' | 'largeFonts' | 'language'>

/** The right to be the one tab in which an account is open. */
export interface Claim {
  /** False: another tab has it, or it is not known yet. */
  readonly isOurs: Watched<boolean>
  /** Whether it is ours, as soon as that is known. */
  readonly known: Promise<boolean>
  /** Takes it from the other tab, which is told. */
  take(): void
  release(): void
}

/**
 * Why something is not kept: there is no storage (a private window of some browsers), the disk is full, or a newer version of
 * this program, in another tab, has changed the storage. Until the page is closed everything goes on in memory.
 */
export type Trouble = 'noStorage' | 'full' | 'outdated'

export interface Device {
  /** Undefined: all is well. It never goes away again by itself. */
  readonly trouble: Watched<Trouble | undefined>
  /** Whether passwords can be kept: a browser encrypts only on pages that came by HTTPS or from this machine. */
  readonly canRemember: boolean
  readonly accounts: Watched<readonly Account[]>
  /** Adds or changes; `password` undefined: is not kept any more. */
  remember(account: Omit<Account, 'isRemembered' | 'usedAt'>, password: string | undefined): Promise<void>
  passwordOf(uin: Uin): Promise<string | undefined>
  /** Forgets an account and everything that was kept of it. */
  forget(uin: Uin): Promise<void>
  readonly taste: Watched<Taste>
  changeTaste(changes: Partial<Taste>): void
  history(uin: Uin): History
  notebook(uin: Uin): Notebook
  claim(uin: Uin): Claim
  /** Sounds, notifications, the title and the icon follow this messenger. Returns what stops it. */
  accompany(messenger: Messenger): () => void
  /** The browser offers to install this program; undefined: not at the moment. */
  readonly install: Watched<(() => void) | undefined>
  /** A newer version of this program is ready; calling it starts that version. Undefined: there is none. */
  readonly update: Watched<(() => void) | undefined>
  /** Asks for the permission to notify. */
  allowNotifications(): Promise<boolean>
  /** Plays one of our sounds, to try it. */
  play(sound: keyof Settings['sounds'], volume: number): void
}
