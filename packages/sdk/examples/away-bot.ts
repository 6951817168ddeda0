// Looks after a number while its owner is away: tells everybody once, keeps what they write, and hands it over. The owner writes
// from another number: /away Back at five, and /back.
import { Bot, type BotOptions, Composer } from '@seekyou/sdk'
import { run } from './run.ts'

export function awayBot({ owner, ...options }: BotOptions & { readonly owner: number }): Bot {
  const kept: string[] = []
  const forOwner = new Composer()
  forOwner.command('away', (ctx) => {
    const text = ctx.arguments || 'I am not here.'
    ctx.user.setStatus('away', { text })
    return ctx.reply(`I tell everybody: ${text}`)
  })
  forOwner.command('back', async (ctx) => {
    ctx.user.setStatus('online')
    for (const line of kept.splice(0)) await ctx.reply(line)
    await ctx.reply('That was all.')
  })
  const bot = new Bot({ status: 'away', awayText: 'I am not here.', ...options })
  bot.filter((ctx) => ctx.from === owner, forOwner)
  bot.on('message', (ctx) => {
    if (ctx.from !== owner) kept.push(`${ctx.from}: ${ctx.text}`)
  })
  return bot
}

if (import.meta.main) await run((options, more) => awayBot({ ...options, owner: Number(more.owner) }), 'owner')
