import type { LongProfile, Profile, StatusName } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'
import type { AwayStatus, Self } from './contract.ts'
import type { Notes } from './notes.ts'
import type { MessengerOptions } from './options.ts'
import { isCodePageName } from './shared-text.ts'
import { type Settable, watched } from './watched.ts'

/** What is kept of the user on the device. */
interface Kept {
  readonly status?: StatusName
  readonly awayTexts: Self['awayTexts']
  readonly profile?: Profile
  readonly longProfile?: LongProfile
  /** Chosen during a visit that began with `codePageBefore`. */
  readonly codePage?: CodePageName
  readonly codePageBefore?: CodePageName
}

const page = 'self'
const noTexts: Self['awayTexts'] = { away: '', notAvailable: '', occupied: '', doNotDisturb: '' }

/** The user, as others are to see them, and what they say about themselves. */
export class SelfKeeper {
  readonly self: Settable<Self>
  readonly #notes: Notes
  readonly #codePageBefore: CodePageName

  constructor({ uin, status = 'online', codePage }: MessengerOptions, notes: Notes) {
    this.#notes = notes
    this.#codePageBefore = codePage
    this.self = watched<Self>({
      uin,
      nick: `${uin}`,
      status,
      awayTexts: noTexts,
      profile: undefined,
      longProfile: undefined,
      codePage,
    })
  }

  /** Takes up what the device has kept. `status`: wanted for this visit, else it is the last one. */
  load(status: StatusName | undefined): void {
    const kept = this.#notes.read<Kept>(page, { awayTexts: noTexts })
    const self = this.self.get()
    const isChosen = isCodePageName(kept.codePage) && kept.codePageBefore === this.#codePageBefore
    this.#show({
      ...self,
      status: status ?? kept.status ?? self.status,
      awayTexts: { ...noTexts, ...kept.awayTexts },
      profile: kept.profile,
      longProfile: kept.longProfile,
      ...(isChosen && { codePage: kept.codePage }),
    })
  }

  change(changes: { readonly [Key in Exclude<keyof Self, 'uin' | 'nick'>]?: Self[Key] }): void {
    this.#show({ ...this.self.get(), ...changes })
    const { status, awayTexts, profile, longProfile, codePage } = this.self.get()
    this.#notes.write(page, {
      status,
      awayTexts,
      ...(profile && { profile }),
      ...(longProfile && { longProfile }),
      codePage,
      codePageBefore: this.#codePageBefore,
    } satisfies Kept)
  }

  /** What others are told in this status; empty: nothing. */
  awayText(status: StatusName = this.self.get().status): string {
    return isAwayStatus(status) ? this.self.get().awayTexts[status] : ''
  }

  #show(self: Self): void {
    this.self.set({ ...self, nick: self.profile?.nick || `${self.uin}` })
  }
}

const isAwayStatus = (status: StatusName): status is AwayStatus => status in noTexts
