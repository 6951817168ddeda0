import type { Captured } from './capture.ts'

/** Chooses packets. */
export type Filter = (packet: Captured) => boolean

/**
 * Reads a filter: words that occur in a packet, and comparisons such as `name != ack`, `uin == 204118`, `bytes > 100`,
 * `text ~ hello`. All must hold; `or` parts alternatives, `!` turns one round. Comparable are every field by its name, and `name`,
 * `code`, `direction` (`in`, `out`), `number`, `bytes`, `times` and `uin`, which is any number of a person in the packet.
 * Undefined: a comparison has no end.
 */
export function readFilter(text: string): Filter | undefined {
  const tokens = text.match(/"[^"]*"?|&&|\|\||[!=<>]=|[=<>~!]|[^\s"=<>~!&|]+|\S/g) ?? []
  const alternatives: Filter[][] = [[]]
  for (let at = 0; at < tokens.length; at++) {
    let token = tokens[at]!
    if (token === '&&' || token === 'and') continue
    if (token === '||' || token === 'or') {
      alternatives.push([])
      continue
    }
    let isTurned = false
    while (token === '!' || token === 'not') {
      isTurned = !isTurned
      token = tokens[++at] ?? ''
    }
    const operator = operators[tokens[at + 1] ?? '']
    let filter: Filter
    if (operator === undefined) filter = having(plain(token))
    else {
      const value = tokens[at + 2]
      if (value === undefined || value in operators) return undefined
      filter = comparing(token, operator, plain(value))
      at += 2
    }
    alternatives.at(-1)!.push(isTurned ? (packet) => !filter(packet) : filter)
  }
  return (packet) => alternatives.some((all) => all.every((filter) => filter(packet)))
}

type Operator = (seen: string, wanted: string) => boolean

const equals: Operator = (seen, wanted) => seen === wanted || (isNumber(wanted) && numberOf(seen) === numberOf(wanted))

const operators: Readonly<Record<string, Operator | undefined>> = {
  '==': equals,
  '=': equals,
  '!=': (seen, wanted) => !equals(seen, wanted),
  '~': (seen, wanted) => seen.includes(wanted),
  '>': (seen, wanted) => numberOf(seen) > numberOf(wanted),
  '<': (seen, wanted) => numberOf(seen) < numberOf(wanted),
  '>=': (seen, wanted) => numberOf(seen) >= numberOf(wanted),
  '<=': (seen, wanted) => numberOf(seen) <= numberOf(wanted),
}

function comparing(name: string, operator: Operator, wanted: string): Filter {
  // “Is not” is asked of all values, everything else of any.
  const isAsked =
    operator === operators['!=']
      ? (values: readonly string[]) => values.every((value) => operator(value, wanted))
      : (values: readonly string[]) => values.some((value) => operator(value, wanted))
  return (packet) => isAsked(valuesOf(name.toLowerCase(), packet))
}

function having(word: string): Filter {
  return ({ name, code, direction, rows }) =>
    [name, codeText(code), direction, ...rows.map(({ field, value }) => `${field} ${value}`)].some((text) =>
      text.toLowerCase().includes(word),
    )
}

function valuesOf(name: string, packet: Captured): readonly string[] {
  switch (name) {
    case 'name':
      return [packet.name.toLowerCase()]
    case 'code':
    case 'command':
      return [codeText(packet.code), `0x${codeText(packet.code)}`]
    case 'direction':
    case 'dir':
      return [packet.direction]
    case 'number':
    case 'sequence':
      return [String(packet.sequence)]
    case 'bytes':
      return [String(packet.size)]
    case 'times':
      return [String(packet.times)]
    case 'uin':
      return packet.rows.flatMap(({ type, value }) => (type.startsWith('uin') ? (value.match(/\d+/g) ?? []) : []))
    default:
      return packet.rows.flatMap(({ field, value }) => (field.toLowerCase() === name ? spellings(value) : []))
  }
}

/** A value as it is shown may be a text in quotation marks, or a number with its name: `1 (text)`. */
function spellings(value: string): readonly string[] {
  const small = value.toLowerCase()
  const [, number = small, name = small] = /^(\d+) \((.*)\)$/.exec(small) ?? []
  return [...new Set([small.replace(/^"(.*)"$/s, '$1'), number, name])]
}

export const codeText = (code: number | undefined): string => (code ?? 0).toString(16).padStart(4, '0')

const plain = (token: string): string => token.replace(/^"|"$/g, '').toLowerCase()
const isNumber = (text: string): boolean => /^(\d+|0x[\da-f]+)$/.test(text)
const numberOf = (text: string): number => Number(/^(0x[\da-f]+|\d+)/.exec(text)?.[0] ?? Number.NaN)
