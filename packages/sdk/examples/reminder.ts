// Remembers things: /remind 10m tea, /remind 2h call Bob. The answer comes when it is time.
import { Bot, type BotOptions } from '@seekyou/sdk'
import { run } from './run.ts'

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const longestMs = 30 * units.d!

export function reminder(options: BotOptions): Bot {
  const bot = new Bot(options)
  bot.command('remind', (ctx) => {
    const [, count, unit, what] = /^(\d{1,6})\s*([smhd])\s+([\s\S]+)$/i.exec(ctx.arguments) ?? []
    const delay = Number(count) * (units[unit?.toLowerCase() ?? ''] ?? Number.NaN)
    if (!what || !(delay <= longestMs)) return ctx.reply('Like this: /remind 10m tea. From 1s to 30d.')
    bot.after(delay, () => bot.user.send(ctx.from, `You wanted to be reminded: ${what}`))
    return ctx.reply(`I remind you in ${count}${unit}.`)
  })
  return bot
}

if (import.meta.main) await run(reminder)
