// Reads a play. Its language, line by line (README.md has an example):
//
//   # prose; the first such line is the title              ann is 1001 at 127.0.0.1:4001[, without an account]
//   ; to the end of a line: a remark                       server registration=closed direct=on enforceAuthorization=on
//   a line that begins with a blank goes on with the one before
//
//   ann signs on                      LOGIN number 1, its ACK, LOGIN_REPLY number 0 and its ACK
//   ann → 02 00 … [= WORDS] [×6]      says these bytes, which must mean these words to our own decoder
//   ann → NAME 7 field=value          says a packet in words, under number 7
//   ann → … and hears WORDS [✓], …    says, and must hear that next
//   ann ← WORDS or bytes [✓] [×6]     must hear this next; ✓: and acknowledges it
//   ann ← ack 2..9 in any order       must hear these next
//   ann ← nothing                     has heard nothing else, nor will before time passes
//   wait 10 s                         time passes: ms, s or min
//
// A packet numbered 3..9 stands for as many lines; so do those that are heard in answer, number by number.
import { type Actor, type Play, PlayError, type ServerOptions, type Step } from './play.ts'
import { parseWords, sealWords } from './words.ts'

/** The play that is written in `source`. Throws a PlayError that names the line. */
export function parsePlay(file: string, source: string): Play {
  const cast = new Map<string, Actor>()
  const steps: Step[] = []
  let title = ''
  let options: ServerOptions = {}
  for (const { line, text } of linesOf(source)) {
    try {
      if (text.startsWith('#')) title ||= text.slice(1).trim()
      else if (text.startsWith('server ')) options = parseOptions(text)
      else if (/^\w+ is /.test(text)) castActor(cast, text)
      else steps.push(...parseSteps(text, line, cast))
    } catch (error) {
      throw new PlayError(file, line, text, (error as Error).message)
    }
  }
  return { file, title, options, cast: [...cast.values()], steps }
}

/** Lines without remarks, joined with those that continue them. */
function linesOf(source: string): { line: number; text: string }[] {
  const lines: { line: number; text: string }[] = []
  for (const [index, whole] of source.split('\n').entries()) {
    const [, told = whole] = /^((?:[^";]|"(?:[^"\\]|\\.)*")*);/.exec(whole) ?? []
    const text = whole.startsWith('#') ? whole : told.trimEnd()
    const last = lines.at(-1)
    if (text.trim() === '') continue
    if (text.startsWith(' ') && last) last.text += ` ${text.trim()}`
    else lines.push({ line: index + 1, text: text.trim() })
  }
  return lines
}

function parseOptions(text: string): ServerOptions {
  const pairs = [...text.matchAll(/(\w+)=(\w+)/g)].map(([, name = '', value]) => [name, value])
  const unknown = pairs.find(([name]) => !['registration', 'direct', 'enforceAuthorization'].includes(name as string))
  if (pairs.length === 0 || unknown) throw new Error(`a server has no option ${unknown?.[0] ?? 'such as this'}`)
  return Object.fromEntries(pairs) as ServerOptions
}

function castActor(cast: Map<string, Actor>, text: string): void {
  const [, name, uin, ip, port, without] =
    /^(\w+) is (\d+) at (127\.\d+\.\d+\.\d+):(\d+)(, without an account)?$/.exec(text) ?? []
  if (!name || !ip) throw new Error('write NAME is NUMBER at 127.0.0.1:PORT, and perhaps ", without an account"')
  cast.set(name, { name, uin: Number(uin), ip, port: Number(port), hasAccount: without === undefined })
}

function parseSteps(text: string, line: number, cast: ReadonlyMap<string, Actor>): Step[] {
  const [, amount, unit] = /^wait (\d+) (ms|s|min)$/.exec(text) ?? []
  if (amount !== undefined) return [{ kind: 'wait', line, text, ms: Number(amount) * unitMs[unit as 'ms'] }]
  const [, guest] = /^(\w+) signs on$/.exec(text) ?? []
  if (guest !== undefined) {
    const lines = [`${guest} → login 1`, `${guest} ← ack 1`, `${guest} ← loginReply 0 ✓`]
    return lines.flatMap((one) => parseSteps(one, line, cast))
  }
  const [, name, arrow, rest = ''] = /^(\w+) ([→←]) (.+)$/.exec(text) ?? []
  if (!name) throw new Error('no line of a play begins like this: write NAME → …, NAME ← … or wait 10 s')
  const actor = cast.get(name)
  if (!actor) throw new Error(`nobody of the cast is called ${name}`)
  const isSaid = arrow === '→'
  const [, told = '', times = '1'] = /^(.*?)(?: ×(\d+))?$/.exec(rest) ?? []
  const [first = '', answers = ''] = isSaid ? told.split(' and hears ', 2) : [told]
  const answered = answers.split(', ').filter(Boolean).map(numbered)
  const steps = isSaid
    ? numbered(first).flatMap((one, index) => [
        parseSaying(one, actor),
        ...answered.map((all) => parseHearing(all[index] ?? all[0]!, actor)),
      ])
    : parseHearings(first, actor)
  return Array.from({ length: Number(times) }, () => steps.map((step) => ({ ...step, line, text }) as Step)).flat()
}

const unitMs = { ms: 1, s: 1_000, min: 60_000 } as const

/** `ack 3..5` as three. */
function numbered(text: string): string[] {
  const [, name, from, to, rest = ''] = /^(\w+) (\d+)\.\.(\d+)(.*)$/.exec(text) ?? []
  if (name === undefined) return [text]
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${name} ${Number(from) + index}${rest}`)
}

type Bare<Kind extends Step['kind']> = { [K in Kind]: Omit<Extract<Step, { kind: K }>, 'line' | 'text'> }[Kind]

function parseSaying(text: string, actor: Actor): Bare<'say'> {
  const [first = '', meaning] = text.split(/ = /, 2)
  const bytes = parseBytes(first)
  if (!bytes) return { kind: 'say', actor, bytes: sealWords(parseWords(text, 'client'), actor.uin), means: undefined }
  return { kind: 'say', actor, bytes, means: meaning === undefined ? undefined : parseWords(meaning, 'client') }
}

function parseHearings(text: string, actor: Actor): Bare<'hear' | 'nothing'>[] {
  const [, inAnyOrder] = /^(.+) in any order$/.exec(text) ?? []
  const steps = numbered(inAnyOrder ?? text).map((one) => parseHearing(one, actor))
  if (inAnyOrder === undefined) return steps
  const all = steps.filter((step) => step.kind === 'hear')
  return [{ ...all[0]!, what: all.flatMap(({ what }) => what) }]
}

function parseHearing(text: string, actor: Actor): Bare<'hear' | 'nothing'> {
  if (text === 'nothing') return { kind: 'nothing', actor }
  const acknowledges = text.endsWith('✓')
  const told = acknowledges ? text.slice(0, -1).trim() : text
  return { kind: 'hear', actor, what: [parseBytes(told) ?? parseWords(told, 'server')], acknowledges }
}

function parseBytes(text: string): Uint8Array | undefined {
  if (!/^[\da-fA-F]{2}(\s+[\da-fA-F]{2})*$/.test(text.trim())) return undefined
  return Uint8Array.from(text.trim().split(/\s+/), (pair) => Number.parseInt(pair, 16))
}
