import { isUin, type Uin } from '@seekyou/language'
import type { CodePageName } from '@seekyou/wire'
import { sharedOf, withSettings } from './settings.ts'
import type { Shared } from './shared-text.ts'
import type { Visit } from './visit.ts'

type Parts = Pick<Visit, 'people' | 'settings' | 'self' | 'book' | 'talks' | 'setSettings' | 'showStatus'>

/** What all devices of an account are to have in common, as it is here. */
export function gatherShared({ people, settings, self, book }: Parts): Omit<Shared, 'at' | 'removed'> {
  const muted: Uin[] = []
  const codePages: Record<string, CodePageName> = {}
  for (const [uin, { isMuted, chosenPage }] of people.records()) {
    if (isMuted) muted.push(uin)
    if (chosenPage) codePages[uin] = chosenPage
  }
  return {
    settings: sharedOf(settings.get()),
    awayTexts: self.self.get().awayTexts,
    muted,
    always: book.listOf('always'),
    never: book.listOf('never'),
    codePages,
  }
}

/** Takes over what another device has changed. */
export function takeShared({ settings, awayTexts, muted, always, never, codePages }: Shared, parts: Parts): void {
  const { people, self, book, talks } = parts
  parts.setSettings(withSettings(parts.settings.get(), settings))
  self.change({ awayTexts: { ...self.self.get().awayTexts, ...awayTexts } })
  const named = Object.keys(codePages).map(Number).filter(isUin)
  for (const uin of new Set([...people.uins(), ...always, ...never, ...named])) {
    const sight = never.includes(uin) ? 'never' : always.includes(uin) ? 'always' : 'asUsual'
    const isMuted = muted.includes(uin)
    const chosenPage = codePages[uin]
    const before = people.record(uin)
    if (before?.sight === sight && before.isMuted === isMuted && before.chosenPage === chosenPage) continue
    people.change(uin, { isMuted, sight, chosenPage })
  }
  book.showLists()
  parts.showStatus()
  talks.touch()
}
