import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { MessageEvent, UserEvent } from '../events.ts'
import type { User } from '../user.ts'
import { Composer } from './composer.ts'
import { type Context, EventContext } from './context.ts'
import { memorySessions, session } from './session.ts'

const message = (text: string, from = 1001): UserEvent =>
  ({ type: 'message', text, from: uin(from), sentAt: 0 }) as MessageEvent

/** Who answers what is written down. */
function meet(composer: Composer<never>) {
  const said: string[] = []
  const user = {
    send: async (to: number, text: string) => {
      said.push(`${to}: ${text}`)
      return { via: 'server' }
    },
  } as unknown as User
  return {
    said,
    async hear(event: UserEvent) {
      const context = new EventContext(event, user, new AbortController().signal, () => {})
      await composer.middleware()(context as unknown as Context<never>, async () => {
        said.push('nobody')
      })
      return said.splice(0)
    },
  }
}

test('commands, texts, patterns and events go to their handlers, and on if nobody wants them', async () => {
  const bot = new Composer<never>()
    .command('time', (ctx) => ctx.reply(`command ${ctx.arguments}`))
    .command(['/a', 'b'], (ctx) => ctx.reply('a or b'))
    .hears(['hello', /^how (\w+)/i], (ctx) => ctx.reply(`heard ${ctx.match[1] ?? ctx.match[0]}`))
    .on('online', (ctx) => ctx.reply(`welcome as ${ctx.event.status}`))
    .on(['message', 'added'], (ctx) => ctx.reply(ctx.event.type))
  const { hear } = meet(bot)
  expect(await hear(message('/time now'))).toEqual(['1001: command now'])
  expect(await hear(message('/B'))).toEqual(['1001: a or b'])
  expect(await hear(message('Hello'))).toEqual(['1001: heard Hello'])
  expect(await hear(message('How are you'))).toEqual(['1001: heard are'])
  expect(await hear({ type: 'online', uin: uin(1002), status: 'away' })).toEqual(['1002: welcome as away'])
  expect(await hear(message('/unknown'))).toEqual(['1001: message'])
  expect(await hear({ type: 'offline', uin: uin(1002) })).toEqual(['nobody'])
})

test('middleware stands around what is behind it, filters and composers nest', async () => {
  const seen: string[] = []
  const inner = new Composer<never>().command('secret', (ctx) => ctx.reply('42'))
  const bot = new Composer<never>()
    .use(async (ctx, next) => {
      seen.push(`> ${ctx.text}`)
      await next()
      seen.push(`< ${ctx.text}`)
    })
    .filter(async (ctx) => ctx.from === 1001, inner)
    .on('message', (ctx) => ctx.reply('no secrets'))
  const { hear } = meet(bot)
  expect(await hear(message('/secret'))).toEqual(['1001: 42'])
  expect(await hear(message('/secret', 1002))).toEqual(['1002: no secrets'])
  expect(seen).toEqual(['> /secret', '< /secret', '> /secret', '< /secret'])
})

test('what is added later takes part', async () => {
  const bot = new Composer<never>()
  const { hear } = meet(bot)
  expect(await hear(message('x'))).toEqual(['nobody'])
  bot.on('message', (ctx) => ctx.reply('later'))
  expect(await hear(message('x'))).toEqual(['1001: later'])
})

test('a session is one person’s, is kept, forgotten, and untouched by a handler that fails', async () => {
  const store = memorySessions<{ count: number }>()
  const bot = new Composer<{ count: number }>()
    .use(session({ initial: () => ({ count: 0 }), store }))
    .command('forget', (ctx) => {
      ctx.session = undefined
    })
    .command('fail', (ctx) => {
      ctx.session.count = 1_000
      throw new Error('no')
    })
    .on('message', (ctx) => {
      ctx.session.count += 1
      return ctx.reply(String(ctx.session.count))
    })
  const { hear } = meet(bot as unknown as Composer<never>)
  expect(await hear(message('x'))).toEqual(['1001: 1'])
  expect(await hear(message('x'))).toEqual(['1001: 2'])
  expect(await hear(message('x', 1002))).toEqual(['1002: 1'])
  await expect(hear(message('/fail'))).rejects.toThrow('no')
  expect(await hear(message('x'))).toEqual(['1001: 3'])
  await hear(message('/forget'))
  expect(store.read(uin(1001))).toBeUndefined()
  expect(await hear(message('x'))).toEqual(['1001: 1'])
})

test('mistakes are explained', async () => {
  const { hear } = meet(
    new Composer<never>().command('session', (ctx) => ctx.session).on('state', (ctx) => ctx.reply('whom?')),
  )
  await expect(hear(message('/session'))).rejects.toThrow('There is no session here')
  await expect(hear({ type: 'state', state: 'online' })).rejects.toThrow('Nobody can be answered')
})
