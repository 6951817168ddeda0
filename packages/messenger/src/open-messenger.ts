import { SignedOff, type User } from '@seekyou/sdk'
import type { Messenger } from './contract.ts'
import { measure } from './measure.ts'
import type { MessengerOptions } from './options.ts'
import { Visit } from './visit.ts'

/** How many entries a search gives unless told. */
const foundMax = 50

/**
 * Begins to sign somebody on, and shows meanwhile what the device has kept. Nothing that comes from a network or a device is thrown; a
 * RangeError for options that cannot be meant.
 */
export function openMessenger(options: MessengerOptions): Messenger {
  const visit = new Visit(options)
  const { book, box, talks, people, journal, line, self, account } = visit
  let isReady = false
  let closing: Promise<void> | undefined
  const early: (() => void)[] = []
  /** What is wanted before the device has told what it kept is done right after that. */
  const act = (wanted: () => void): void => void (isReady ? wanted() : early.push(wanted))
  const user = (): User => {
    if (!line.user) throw new SignedOff()
    return line.user
  }
  const ready = visit
    .load()
    .catch(options.onTrouble)
    .then(() => {
      if (closing) return
      isReady = true
      for (const wanted of early) {
        try {
          wanted()
        } catch (error) {
          options.onTrouble(error)
        }
      }
      line.open()
    })

  return {
    uin: visit.uin,
    line: line.line,
    traffic: visit.meter.traffic,
    self: self.self,
    people: people.all,
    unread: people.unread,
    requests: box.requests,
    settings: visit.settings,
    isListRestored: account.isListRestored,

    callNow: () => act(() => line.tryNow()),
    signOff() {
      closing ??= visit.close()
      return closing
    },
    setStatus: (status) =>
      act(() => {
        self.change({ status })
        visit.showStatus()
      }),
    setAwayText: (status, text) =>
      act(() => {
        self.change({ awayTexts: { ...self.self.get().awayTexts, [status]: text } })
        if (self.self.get().status === status) visit.showStatus()
        account.changed()
      }),
    useCodePage: (codePage) => act(() => visit.useCodePage(codePage)),
    changeSettings: (changes) => act(() => visit.changeSettings(changes)),

    conversation: (uin) => talks.conversation(uin, isReady),
    send: (uin, text) => act(() => talks.send(uin, text)),
    sendUrl: (uin, url, description) => act(() => talks.sendUrl(uin, url, description)),
    sendContacts: (uin, contacts) =>
      act(() =>
        talks.sendContacts(
          uin,
          contacts.map((contact) => ({ uin: contact, nick: people.person(contact).name })),
        ),
      ),
    retry: (entry) => act(() => talks.retry(entry)),
    discard: (entry) => act(() => talks.discard(entry)),
    setDraft: (uin, text) => act(() => talks.setDraft(uin, text)),
    async loadEarlier(uin) {
      await ready
      await talks.loadEarlier(uin)
    },
    look: (uin) => act(() => talks.look(uin)),
    measure: (uin, text) => measure(text, people.pageOf(uin)),

    addContact: (uin, contact) => act(() => book.add(uin, contact)),
    removeContact: (uin) => act(() => book.remove(uin)),
    rename: (uin, name) => act(() => book.rename(uin, name)),
    moveToGroup: (uin, group) => act(() => book.move(uin, group)),
    mute: (uin, isMuted) => act(() => book.mute(uin, isMuted)),
    setSight: (uin, sight) => act(() => book.setSight(uin, sight)),
    chooseCodePage: (uin, codePage) => act(() => book.choosePage(uin, codePage)),
    askAuthorization: (uin, reason) => act(() => book.ask(uin, reason)),
    answerRequest: (id, answer, reason = '') =>
      act(() => {
        const request = box.get(id)
        if (!request) return
        box.remove(id)
        const { from } = request
        if (answer === 'allow' || answer === 'allowAndAdd') talks.mention(from, { type: 'authorizationGranted' })
        if (answer === 'refuse') talks.mention(from, { type: 'authorizationRefused', reason })
        if (answer === 'addBack' || answer === 'allowAndAdd') book.add(from)
      }),

    async find(wanted, finding) {
      const found = await user().find(wanted, finding)
      for (const { uin, ...profile } of found.found) book.learn(uin, profile)
      return found
    },
    async profile(uin) {
      const [profile, longProfile] = await Promise.all([user().info(uin), user().extInfo(uin)])
      if (uin === visit.uin) self.change({ profile, longProfile })
      else book.learn(uin, profile)
      return { profile, longProfile }
    },
    async saveProfile(profile, longProfile) {
      await Promise.all([user().updateInfo(profile), user().updateExtInfo(longProfile)])
      self.change({ profile, longProfile })
    },
    async changePassword(password) {
      await user().changePassword(password)
      visit.setPassword(password)
    },
    makeInvite: () => visit.desk.ask('makeInvite', {}),

    searchHistory: (words, { count = foundMax, with: uin } = {}) =>
      journal.search(words, { count, ...(uin !== undefined && { with: uin }) }),
    exportHistory: (uin) => journal.export(uin),
    async clearHistory(uin) {
      await ready
      await talks.clear(uin)
    },

    watchPackets: (hear) => visit.packets.add(hear),
    onNotice: (hear) => visit.notices.add(hear),
  }
}
