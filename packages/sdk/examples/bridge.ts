// A room on two networks: whoever says /join to the bot on either of them hears what the others say, until they say /leave.
import { Bot, type BotOptions } from '@seekyou/sdk'
import { readOptions, runAll } from './run.ts'

interface Side {
  readonly bot: Bot
  readonly members: Set<number>
}

export function bridge(...networks: readonly BotOptions[]): readonly Bot[] {
  const sides: readonly Side[] = networks.map((options) => ({ bot: new Bot(options), members: new Set() }))
  for (const side of sides) open(side, sides)
  return sides.map(({ bot }) => bot)
}

function open({ bot, members }: Side, sides: readonly Side[]): void {
  bot.command('join', (ctx) => {
    members.add(ctx.from)
    return ctx.reply('You are in the room. /leave leaves it.')
  })
  bot.command('leave', (ctx) => {
    members.delete(ctx.from)
    return ctx.reply('You have left the room.')
  })
  bot.on('message', async (ctx) => {
    if (!members.has(ctx.from)) return ctx.reply('Say /join to come in.')
    const line = `${ctx.from}@${bot.options.server}: ${ctx.text}`
    const others = sides.flatMap((side) => [...side.members].map((uin) => [side, uin] as const))
    const hearers = others.filter(([side, uin]) => side.bot !== bot || uin !== ctx.from)
    await Promise.allSettled(hearers.map(([side, uin]) => side.bot.user.send(uin, line)))
  })
}

if (import.meta.main) {
  const names = ['server', 'uin', 'password']
  const said = readOptions([...names, ...names.map((name) => `other_${name}`)])
  const side = (prefix: string): BotOptions => ({
    server: said[`${prefix}server`]!,
    uin: Number(said[`${prefix}uin`]),
    password: said[`${prefix}password`]!,
  })
  await runAll(...bridge(side(''), side('other_')))
}
