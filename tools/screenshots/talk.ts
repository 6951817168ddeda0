// What is said in the town before the pictures are taken, at times that are the same in every run.
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { signIn } from '../../e2e/web/sign-in.ts'
import { ann, uinOf } from './people.ts'
import type { Town } from './town.ts'
import { until } from './until.ts'

/** Signs ann in on this page, and lets everybody say what they say. It ends in the conversation with bob. */
export async function talkBefore(page: Page, town: Town): Promise<void> {
  const { at, open, log, hear, say } = voices(page, town)
  await at('21T22:38')
  await signIn(page, town, ann.uin, { isRemembered: true })
  const signedOnAt = performance.now()
  await page.goto(`${town.url}/#/settings/letters`)
  await page.getByLabel('How you write').selectOption('windows-1251')
  await open('bob')
  await at('21T22:41')
  await hear('bob', 'the tower from the attic boots again, floppy drive and all :-)')
  await at('21T22:43')
  await say('no way! does the modem still sing? :-D')
  await at('21T22:44')
  await hear('bob', 'like a kettle')

  await open('Ёжик')
  await at('22T19:09')
  await hear('Ёжик', 'Привет! Пишу с чердака, с того самого ящика. Буквы доходят?')
  await at('22T19:10')
  await say('Доходят все: и «ё», и №, и длинное тире — вот оно.')
  await at('22T19:12')
  await hear('Ёжик', 'А раньше на их месте были одни кракозябры :-)')

  await open('bob')
  await at('22T21:02')
  await town
    .who('bob')
    .sendUrl(ann.uin, 'https://example.org/null-modem', { description: 'Null-modem: which wire goes where' })
  await log.getByText(/which wire/).waitFor()
  await at('22T21:05')
  await say('just what I was looking for')
  await at('22T21:07')
  // For a while after signing on everybody else's comings are not news.
  await setTimeout(Math.max(0, signedOnAt + 11_000 - performance.now()))
  town.who('bob').setStatus('freeForChat')
  await log.getByText('bob: Free for chat').waitFor()

  await page.goto(`${town.url}/#/`)
  await at('22T21:12')
  await town.who('bob').send(ann.uin, 'wires 2 and 3 are crossed, and 7 goes straight through. «№ 5» is for Ёжик')
  await town.who('bob').sendContacts(ann.uin, [
    { uin: uinOf('0xC0FFEE'), nick: '0xC0FFEE' },
    { uin: uinOf('solder_iron'), nick: 'solder_iron' },
  ])
  await page.getByRole('link', { name: /^bob.*2 unread/ }).waitFor()
  await town.who('lighthouse').send(ann.uin, 'are you there?')
  await town.who('lighthouse').send(ann.uin, 'the pinout that you promised :-)')
  for (const side of ['A', 'B', 'C']) await town.who('slow_tape').send(ann.uin, `side ${side} is full`)
  await page.getByRole('link', { name: /^slow_tape.*3 unread/ }).waitFor()
  await town
    .who('tin_can')
    .requestAuthorization(ann.uin, 'We met on 40 metres, I was the one with the noise.', { nick: 'tin_can' })
  await town.who('solder_iron').sayAdded(ann.uin, { nick: 'solder_iron' })

  await open('bob')
  await log.getByText('2 new').waitFor()
  await at('22T21:14')
  await say('thank you! I bring the cable on Friday')
  await at('22T21:15')
  await say('and the Zip drive, if it still clicks ;-)')
  await page.getByRole('textbox', { name: /^Message to/ }).fill('what time on Friday? I can be there from')
  // What people are called is asked of the server a few at a time.
  await until(async () => (await page.getByRole('link', { name: /^\d{6}\b/ }).count()) === 0)
}

/** What is said while the drawer with the packets is open. */
export async function talkOn(page: Page, town: Town): Promise<void> {
  const { at, hear, say } = voices(page, town)
  await at('22T21:16')
  await say('what time on Friday? I can be there from six')
  await at('22T21:17')
  await hear('bob', 'six is fine, the soldering iron will be hot')
  await at('22T21:18')
  await say('then six it is')
}

function voices(page: Page, town: Town) {
  const log = page.getByRole('log')
  // What is drawn as a small face is no text any more.
  const isThere = (text: string): Promise<void> =>
    log
      .getByText(text.replace(/ [:;]-.$/, ''))
      .first()
      .waitFor()
  return {
    log,
    at: (time: string): Promise<void> => page.clock.setFixedTime(`2026-11-${time}:00Z`),
    open: (nick: string): Promise<unknown> => page.goto(`${town.url}/#/talk/${uinOf(nick)}`),
    async hear(nick: string, text: string) {
      await town.who(nick).send(ann.uin, text)
      await isThere(text)
    },
    async say(text: string) {
      await page.getByRole('textbox', { name: /^Message to/ }).fill(text)
      await page.keyboard.press('Enter')
      await isThere(text)
    },
  }
}
