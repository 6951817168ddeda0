import type { Uin } from '@seekyou/language'
import type { EntryContent, Messenger, Notice } from '@seekyou/messenger'
import { pickLanguage } from '../../words/language.ts'
import { loadWords } from '../../words/load-words.ts'
import type { Rooms } from '../../words/rooms.ts'
import { isLookedAt } from './look.ts'
import { openPopUps, type PopUp } from './pop-up.ts'

type Words = Rooms['device']

/** Notifications of the desktop for what the user does not see, until it is read. Returns what stops it. */
export function notify(messenger: Messenger): () => void {
  const { uin: own, people, requests, self, settings } = messenger
  const popUps = openPopUps()
  const open = new Map<string, { readonly from: Uin; readonly request?: string }>()

  const hear = async (notice: Notice): Promise<void> => {
    const { notifications, notificationTexts, language } = settings.get()
    if (!notifications || self.get().status === 'doNotDisturb') return
    const from = senderOf(notice)
    if (from === undefined || isLookedAt(from)) return
    const words = await loadWords(pickLanguage(language, navigator.languages), 'device')
    const popUp = popUpOf(notice, words, own, notificationTexts)
    if (popUp === undefined) return
    open.set(popUp.tag, notice.what === 'request' ? { from, request: notice.request.id } : { from })
    await popUps.show(popUp)
  }
  const close = (tag: string): void => {
    open.delete(tag)
    popUps.close(tag)
  }
  const closeRead = (): void => {
    const waiting = new Set(requests.get().map(({ id }) => id))
    for (const [tag, { from, request }] of open) {
      const isWaiting = request === undefined ? (people.get().get(from)?.unread ?? 0) > 0 : waiting.has(request)
      if (!isWaiting) close(tag)
    }
  }
  const stops = [
    messenger.onNotice((notice) => {
      // Without words there is nothing to show: the line to the server that has them is down.
      hear(notice).catch(() => {})
    }),
    people.watch(closeRead),
    requests.watch(closeRead),
  ]
  return () => {
    for (const stop of stops) stop()
    for (const tag of [...open.keys()]) close(tag)
  }
}

function senderOf(notice: Notice): Uin | undefined {
  if (notice.what === 'message') return notice.person.isMuted ? undefined : notice.person.uin
  return notice.what === 'request' ? notice.request.from : undefined
}

/** What is shown of a notice; undefined: nothing. */
function popUpOf(notice: Notice, words: Words, own: Uin, withTexts: boolean): PopUp | undefined {
  if (notice.what === 'message') {
    const { uin, name } = notice.person
    const body = withTexts ? textOf(notice.entry.content, words) : words.newMessage
    return { tag: `seekyou ${own} ${uin}`, title: name, body, opens: `#/talk/${uin}` }
  }
  if (notice.what === 'request') {
    const { from, nick, what, id } = notice.request
    return { tag: `seekyou ${own} ${id}`, title: nick || String(from), body: words[what], opens: '#/requests' }
  }
  return undefined
}

function textOf(content: EntryContent, words: Words): string {
  switch (content.type) {
    case 'message':
    case 'broadcast':
      return content.text
    case 'url':
      return words.sentLink(content.description)
    case 'contacts':
      return words.sentContacts(content.contacts.length)
    case 'pager':
    case 'email':
      return `${content.subject}\n${content.text}`.trim()
    default:
      return words.newMessage
  }
}
