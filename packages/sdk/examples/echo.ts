// Repeats what it is told: the bot in ten lines.
import { Bot, type BotOptions } from '@seekyou/sdk'
import { run } from './run.ts'

export function echo(options: BotOptions): Bot {
  const bot = new Bot(options)
  bot.command('help', (ctx) => ctx.reply('I repeat whatever you say.'))
  bot.on('message', (ctx) => ctx.reply(ctx.text))
  return bot
}

if (import.meta.main) await run(echo)
