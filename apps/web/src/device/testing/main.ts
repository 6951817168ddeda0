// A page for the tests in a browser: what a device does, within reach of `page.evaluate`. It is no part of the client.
import { uin } from '@seekyou/language'
import { type Entry, type Messenger, type Notice, type Settings, type SoundName, watched } from '@seekyou/messenger'
import { openDevice } from '../open-device.ts'
import { openStage, perform } from '../sounds/perform.ts'
import { lengthOf } from '../sounds/recipe.ts'
import { recipes } from '../sounds/recipes.ts'

const device = await openDevice()
const bob = uin(204_118)

const entryOf = (id: string, text: string, at: number, from = bob): Entry => ({
  id,
  with: from,
  at,
  author: 'them',
  content: { type: 'message', text },
})

const textsOf = (entries: readonly Entry[]) =>
  entries.map(({ content }) => (content.type === 'message' ? content.text : content.type))

/** Renders a sound as it would be heard: with the compressor, in mono. */
async function render(sound: SoundName) {
  const recipe = recipes[sound]
  const rate = 44_100
  const context = new OfflineAudioContext(1, Math.ceil((lengthOf(recipe) + 0.1) * rate), rate)
  perform(recipe, context, openStage(context), 0)
  const samples = (await context.startRendering()).getChannelData(0)
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const last = samples.findLastIndex((sample) => Math.abs(sample) > 0.0001)
  return { peak, heardFor: last / rate, length: lengthOf(recipe) }
}

const settings: Settings = {
  hideOffline: false,
  emoticons: true,
  enterSends: true,
  sounds: { message: true, online: true, knock: true, signOn: true, failed: true },
  volume: 1,
  notifications: true,
  notificationTexts: true,
  theme: 'system',
  nightShift: false,
  largeFonts: false,
  language: '',
  groups: [],
  folded: [],
}

/** As much of a messenger as a device follows, and hands to move it. */
function messengerOfTests() {
  const hearers = new Set<(notice: Notice) => void>()
  const person = { uin: bob, name: 'bob', isMuted: false, unread: 0 }
  const people = watched(new Map([[bob, person]]))
  const unread = watched({ all: 0, loud: 0 })
  const chosen = watched(settings)
  const self = watched({ status: 'online' })
  const messenger = {
    uin: uin(100_001),
    people,
    unread,
    settings: chosen,
    self,
    requests: watched([]),
    onNotice(hear: (notice: Notice) => void) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  } as unknown as Messenger
  return {
    messenger,
    choose: (changes: Partial<Settings>) => chosen.set({ ...chosen.get(), ...changes }),
    be: (status: string) => self.set({ status }),
    arrive(text: string, isMuted = false) {
      const count = unread.get().all + 1
      const about = { ...person, unread: count, isMuted }
      people.set(new Map([[bob, about]]))
      unread.set({ all: count, loud: isMuted ? unread.get().loud : unread.get().loud + 1 })
      const notice = { what: 'message', entry: entryOf(`n${count}`, text, Date.now()), person: about }
      for (const hear of hearers) hear(notice as unknown as Notice)
    },
    read() {
      people.set(new Map([[bob, person]]))
      unread.set({ all: 0, loud: 0 })
    },
  }
}

Object.assign(globalThis, {
  device,
  bob,
  entryOf,
  textsOf,
  render,
  messengerOfTests,
})
document.body.dataset.is = 'ready'
