// Asks questions and counts: what somebody has been asked and how many points they have is their session, which --file scores.json keeps.
import { Bot, type BotOptions, type SessionStore, session } from '@seekyou/sdk'
import { jsonSessions } from './json-sessions.ts'
import { run } from './run.ts'

export interface Score {
  /** Which question is open; undefined when none is. */
  open?: number
  points: number
}

const questions: readonly (readonly [question: string, answer: RegExp])[] = [
  ['In which year did people first write "ICQ" on a modem?', /\b1996\b/],
  ['How many bits has a UIN?', /\b32\b|thirty-two/i],
  ['Which flower shows who is on line? (its colour)', /green/i],
]

export function quiz({ store, ...options }: BotOptions & { readonly store?: SessionStore<Score> }): Bot<Score> {
  const bot = new Bot<Score>(options)
  bot.use(session({ initial: () => ({ points: 0 }), ...(store && { store }) }))
  bot.command('quiz', (ctx) => {
    ctx.session.open = 0
    return ctx.reply(questions[0]![0])
  })
  bot.command('score', (ctx) => ctx.reply(`You have ${ctx.session.points} points.`))
  bot.command('forget', (ctx) => {
    ctx.session = undefined
    return ctx.reply('I know nothing of you any more.')
  })
  bot.on('message', (ctx) => {
    const { session } = ctx
    if (session.open === undefined) return ctx.reply('Say /quiz to play.')
    const isRight = questions[session.open]![1].test(ctx.text)
    if (isRight) session.points += 1
    session.open += 1
    const next = questions[session.open]
    if (!next) delete session.open
    return ctx.reply(`${isRight ? 'Right.' : 'No.'} ${next ? next[0] : `That was all: ${session.points} points.`}`)
  })
  return bot
}

if (import.meta.main) await run((options, { file }) => quiz(file ? { ...options, store: jsonSessions(file) } : options))
