// What a signed-on user asks beside the datagrams, because version 2 has no words for it.
import { z } from 'zod'
import { type Declared, declare } from './declare.ts'
import { nothing, rowsOf, time, uin } from './values.ts'

/** A name or a group in a contact list, as its owner has typed it. */
const label = z.string().max(64)
const codePageName = z.string().max(32)
/** In characters. */
const settingsMax = 16_384
const atOnce = 1_000

const ownInvite = z.object({ code: z.string(), usesLeft: z.int(), expiresAt: time.optional() })

/** Every aside, declared once. One that cannot be met is refused with a sentence. */
export const asides = {
  contactList: declare({
    ask: nothing,
    answer: z.object({
      contacts: rowsOf(z.object({ uin, name: label.optional(), group: label.optional() })),
    }),
    about: 'The contact list as this account announced it last, with the names and groups that were given.',
    changes: false,
  }),
  nameContacts: declare({
    ask: z.strictObject({
      contacts: rowsOf(z.strictObject({ uin, name: label, group: label })).refine((all) => all.length <= atOnce, {
        error: `at most ${atOnce} contacts at a time`,
      }),
    }),
    answer: nothing,
    about:
      'Gives contacts names and groups of their own; an empty text takes one away, and who is left out keeps theirs.',
    changes: true,
  }),
  settings: declare({
    ask: nothing,
    answer: z.object({ settings: z.string().optional() }),
    about: 'What a browser of this account kept last.',
    changes: false,
  }),
  keepSettings: declare({
    ask: z.strictObject({ settings: z.string().max(settingsMax) }),
    answer: nothing,
    about: 'Keeps a text for the browsers of this account.',
    changes: true,
  }),
  codePages: declare({
    ask: z.strictObject({
      uins: rowsOf(uin).refine((all) => all.length <= atOnce, { error: `at most ${atOnce} numbers at a time` }),
    }),
    answer: z.object({ codePages: z.record(z.string(), codePageName).describe('by number, as far as known') }),
    about: 'How people write, as they have said or as their profiles look.',
    changes: false,
  }),
  useCodePage: declare({
    ask: z.strictObject({ codePage: codePageName }),
    answer: nothing,
    about: 'From here on this account writes in that code page.',
    changes: true,
  }),
  makeInvite: declare({
    ask: nothing,
    answer: z.object({ code: z.string(), expiresAt: time }),
    about: 'Makes a code with which one friend can register within a week, where that takes an invite.',
    changes: true,
  }),
  listInvites: declare({
    ask: nothing,
    answer: z.object({ invites: rowsOf(ownInvite) }),
    about: 'The invites that this account has made and nobody has used.',
    changes: false,
  }),
} satisfies Readonly<Record<string, Declared>>

/** The types of what is asked and answered, by the names of the asides. */
export type Asides = {
  readonly [Name in keyof typeof asides]: {
    readonly ask: z.output<(typeof asides)[Name]['ask']>
    readonly answer: z.output<(typeof asides)[Name]['answer']>
  }
}

/** An aside by name. */
export type AsideName = keyof Asides
/** What is asked with one aside. */
export type AsideAsk<Name extends AsideName> = Asides[Name]['ask']
/** What one aside is answered with. */
export type AsideAnswer<Name extends AsideName> = Asides[Name]['answer']
