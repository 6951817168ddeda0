import type { Uin, WallMillis } from '@seekyou/language'
import {
  type Conversation,
  type Entry,
  hasWords,
  type Line,
  type Marker,
  type Messenger,
  measure,
  type Notice,
  type Person,
  type Request,
  type Self,
  type Settable,
  type Settings,
  type Traffic,
  watched,
  wordsOf,
} from '@seekyou/messenger'
import { demoEntries } from './demo-entries.ts'
import { demoPeople, demoSelf, demoSettings } from './demo-people.ts'
import { demoFind, demoProfile, demoRequests } from './demo-profiles.ts'
import { somebody } from './somebody.ts'

/** What the pretend messenger pretends. */
export interface Pretence {
  readonly line: Line
  readonly isEmpty: boolean
}

/** A messenger without a network: it shows every state, and says something back. */
export function demoMessenger({ line: firstLine, isEmpty }: Pretence): Messenger {
  const line = watched<Line>(firstLine)
  const traffic = watched<Traffic>({ packetsOut: 412, packetsIn: 1088, roundTripMs: 23 })
  const self = watched<Self>(demoSelf)
  const settings = watched<Settings>(isEmpty ? { ...demoSettings, groups: [] } : demoSettings)
  const people = watched<ReadonlyMap<Uin, Person>>(
    new Map(isEmpty ? [] : demoPeople.map((person) => [person.uin, person])),
  )
  const unread = watched({ all: 6, loud: 2 })
  const requests = watched<readonly Request[]>(isEmpty ? [] : demoRequests)
  const talks = new Map<Uin, Settable<Conversation>>()
  const hearers = new Set<(notice: Notice) => void>()
  let count = 0

  const talk = (of: Uin): Settable<Conversation> => {
    const known = talks.get(of)
    if (known !== undefined) return known
    const entries = isEmpty ? [] : demoEntries(of)
    const fresh = watched<Conversation>({
      with: of,
      entries,
      hasEarlier: entries.length > 4,
      marker: markerIn(entries),
      unread: 0,
      draft: '',
    })
    talks.set(of, fresh)
    return fresh
  }
  const change = (of: Uin, changes: Partial<Person>): void => {
    const person = people.get().get(of)
    if (person !== undefined) people.set(new Map(people.get()).set(of, { ...person, ...changes }))
  }
  const add = (of: Uin, entry: Omit<Entry, 'id' | 'with' | 'at'>): Entry => {
    const whole = { ...entry, id: `demo ${++count}`, with: of, at: Date.now() as WallMillis }
    const now = talk(of)
    now.set({ ...now.get(), entries: [...now.get().entries, whole] })
    return whole
  }
  const edit = (id: string, make: (entry: Entry) => readonly Entry[]): void => {
    for (const one of talks.values()) {
      one.set({
        ...one.get(),
        entries: one.get().entries.flatMap((entry) => (entry.id === id ? make(entry) : [entry])),
      })
    }
  }
  const say = (to: Uin, content: Entry['content']): void => {
    const isOnline = line.get().state === 'online'
    const { id } = add(to, { author: 'me', content, state: isOnline ? 'sending' : 'waiting' })
    if (!isOnline) return
    setTimeout(() => edit(id, (entry) => [{ ...entry, state: 'accepted' }]), 600)
    const person = people.get().get(to)
    if (person?.status === undefined) return
    setTimeout(() => {
      const entry = add(to, { author: 'them', content: { type: 'message', text: 'copy that :-)' } })
      for (const hear of hearers) hear({ what: 'message', entry, person })
    }, 1500)
  }
  const entries = (): readonly Entry[] => [...people.get().keys()].flatMap((of) => talk(of).get().entries)

  return {
    uin: demoSelf.uin,
    line,
    traffic,
    self,
    people,
    unread,
    requests,
    settings,
    isListRestored: watched(true),
    callNow: () => line.set({ state: 'reconnecting', attempt: 4 }),
    signOff: async () => line.set({ state: 'offline', because: 'signedOff' }),
    setStatus: (status) => self.set({ ...self.get(), status }),
    setAwayText: (status, text) => self.set({ ...self.get(), awayTexts: { ...self.get().awayTexts, [status]: text } }),
    useCodePage: (codePage) => self.set({ ...self.get(), codePage }),
    changeSettings: (changes) => settings.set({ ...settings.get(), ...changes }),
    conversation: talk,
    send: (to, text) => say(to, { type: 'message', text }),
    sendUrl: (to, url, description) => say(to, { type: 'url', url, description }),
    sendContacts: (to, contacts) =>
      say(to, {
        type: 'contacts',
        contacts: contacts.map((one) => ({ uin: one, nick: people.get().get(one)?.name ?? '' })),
      }),
    retry: (id) => edit(id, (entry) => [{ ...entry, state: 'sending' }]),
    discard: (id) => edit(id, () => []),
    setDraft: (of, draft) => talk(of).set({ ...talk(of).get(), draft }),
    async loadEarlier(of) {
      const now = talk(of)
      const { entries: [first] = [] } = now.get()
      if (first === undefined) return
      const earlier = Array.from(
        { length: 40 },
        (_, index): Entry => ({
          id: `earlier ${index}`,
          with: of,
          at: (first.at - (40 - index) * 40 * 60_000) as WallMillis,
          author: index % 3 === 0 ? 'me' : 'them',
          content: { type: 'message', text: `Something that was said long ago, number ${index + 1}.` },
          ...(index % 3 === 0 ? { state: 'accepted' as const } : {}),
        }),
      )
      now.set({ ...now.get(), entries: [...earlier, ...now.get().entries], hasEarlier: false })
    },
    look(of) {
      if (of !== undefined) change(of, { unread: 0 })
    },
    measure: (of, text) => measure(text, people.get().get(of)?.codePage ?? 'windows-1252'),
    addContact(of, options = {}) {
      const nick = options.name ?? ''
      const base = people.get().get(of) ?? somebody(of, { nick, name: nick || String(of) })
      people.set(new Map(people.get()).set(of, { ...base, isContact: true, group: options.group ?? '' }))
    },
    removeContact: (of) => change(of, { isContact: false }),
    rename: (of, givenName) => change(of, { givenName, name: givenName || people.get().get(of)?.nick || String(of) }),
    moveToGroup: (of, group) => change(of, { group }),
    mute: (of, isMuted) => change(of, { isMuted }),
    setSight: (of, sight) => change(of, { sight }),
    chooseCodePage: (of, codePage) =>
      change(of, { codePage: codePage ?? 'windows-1252', isCodePageChosen: codePage !== undefined }),
    askAuthorization: (of) => change(of, { authorization: 'asked', askedAt: Date.now() as WallMillis }),
    answerRequest: (id) => requests.set(requests.get().filter((request) => request.id !== id)),
    find: demoFind,
    profile: demoProfile,
    saveProfile: async () => {},
    changePassword: async () => {},
    makeInvite: async () => ({ code: 'KTS4-9QXB', expiresAt: Date.now() as WallMillis }),
    searchHistory: async (words, { with: of, count: most = 50 } = {}) =>
      entries()
        .filter((entry) => (of === undefined || entry.with === of) && hasWords(entry, wordsOf(words)))
        .sort((a, b) => b.at - a.at)
        .slice(0, most),
    async *exportHistory(of) {
      yield* of === undefined ? entries() : talk(of).get().entries
    },
    async clearHistory(of) {
      if (of !== undefined) talk(of).set({ ...talk(of).get(), entries: [], hasEarlier: false })
    },
    watchPackets: () => () => {},
    onNotice(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  }
}

function markerIn(entries: readonly Entry[]): Marker | undefined {
  const at = entries.findIndex(({ id }) => id.endsWith('new'))
  return at < 0 ? undefined : { before: entries[at]!.id, count: entries.length - at }
}
