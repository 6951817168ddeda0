import { isUin, type Uin, uin } from '@seekyou/language'
import type { Person } from '@seekyou/messenger'

/** Those in whose names a word begins with what was typed, and whose number does. Online first, in the order that they came in. */
export function findPeople(people: Iterable<Person>, typed: string): readonly Person[] {
  const wanted = folded(typed)
  const digits = typed.replaceAll(/[\s-]/g, '')
  const isMeant = (person: Person): boolean =>
    [person.givenName, person.nick, person.name].some((name) => beginsWord(folded(name), wanted)) ||
    (/^\d+$/.test(digits) && String(person.uin).startsWith(digits))
  const found = [...people].filter(isMeant)
  return [...found.filter(({ status }) => status !== undefined), ...found.filter(({ status }) => status === undefined)]
}

/** The number that was typed, if it is one; spaces and dashes between its digits do not matter. */
export function typedUin(typed: string): Uin | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '')
  return /^\d{4,10}$/.test(digits) && isUin(Number(digits)) ? uin(Number(digits)) : undefined
}

/** Accents and case do not matter, nor whether ё has its dots. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

function beginsWord(name: string, wanted: string): boolean {
  for (let at = name.indexOf(wanted); at !== -1; at = name.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(name[at - 1]!)) return true
  }
  return false
}
