import { afterEach, expect, test, vi } from 'vitest'
import { SendError, SignOnError } from '../errors.ts'
import { type TestNetwork, testNetwork } from '../testing/index.ts'
import { type AnyBot, Bot, type BotOptions } from './bot.ts'

const options: BotOptions = { server: 'icq.example.org', uin: 2000, password: 'secret' }
afterEach(() => {
  vi.restoreAllMocks()
})

/** A network with a bot and somebody who talks to it. */
async function meet(bot: AnyBot, network: TestNetwork = testNetwork()) {
  await network.start(bot)
  return { network, ann: await network.person(1001) }
}

test('the bot in ten lines', async () => {
  const bot = new Bot(options)
  bot.command('time', (ctx) => ctx.reply(new Date(ctx.event.sentAt).toISOString()))
  bot.on('message', (ctx) => ctx.reply(`You said: ${ctx.text}`))
  const { ann } = await meet(bot)
  expect(await ann.ask(2000, 'hello')).toBe('You said: hello')
  expect(await ann.ask(2000, '/time')).toMatch(/^1998-09-01T00:00:0/)
  expect(bot.state).toBe('online')
  expect(bot.healthy()).toBe(true)
})

test('an error in a handler, sync or async, or in a reply that nobody waits for, reaches catch and stops nothing', async () => {
  const caught: string[] = []
  const bot = new Bot(options)
  bot.command('sync', () => {
    throw new Error('sync')
  })
  bot.command('async', async () => {
    await Promise.resolve()
    throw new Error('async')
  })
  bot.command('unseen', (ctx) => {
    ctx.reply('x', { signal: AbortSignal.abort(new Error('unseen')) })
    ctx.user.send(1001, 'x', { signal: AbortSignal.abort(new Error('unseen too')) })
  })
  bot.on('message', (ctx) => ctx.reply('still here'))
  bot.catch((error, ctx) => {
    caught.push(`${(error as Error).message} ${ctx?.text ?? ''}`)
  })
  const { network, ann } = await meet(bot)
  for (const command of ['/sync', '/async', '/unseen']) await ann.say(2000, command)
  expect(await ann.ask(2000, 'there?')).toBe('still here')
  await network.pass(1_000)
  expect(caught.sort()).toEqual(['async /async', 'sync /sync', 'unseen /unseen', 'unseen too '])
  expect(bot.counters.errors).toBe(4)
})

test('an error in catch, and one in the log, stop nothing either; without catch errors are logged', async () => {
  const logged: unknown[] = []
  const log = (sentence: string, error: unknown) => {
    logged.push([sentence, (error as Error).message])
    throw new Error('the log is broken as well')
  }
  const bot = new Bot({ ...options, log })
  bot.command('fail', () => {
    throw new Error('one')
  })
  bot.on('message', (ctx) => ctx.reply('still here'))
  const { ann } = await meet(bot)
  await ann.say(2000, '/fail')
  expect(await ann.ask(2000, 'there?')).toBe('still here')
  bot.catch(async () => {
    throw new Error('two')
  })
  await ann.say(2000, '/fail')
  expect(await ann.ask(2000, 'there?')).toBe('still here')
  expect(logged).toEqual([
    ['A handler failed.', 'one'],
    ['What bot.catch was given failed itself, with', 'two'],
    ['when it was told of', 'one'],
  ])
})

test('without a log errors go where people look', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const bot = new Bot(options)
  bot.on('message', () => {
    throw new Error('one')
  })
  const { network, ann } = await meet(bot)
  await ann.say(2000, 'x')
  await network.until(() => error.mock.calls.length)
  expect(error.mock.calls).toEqual([['A handler failed.', new Error('one')]])
})

test('handlers of one person run one after another, of different persons side by side', async () => {
  const seen: string[] = []
  const gate = Promise.withResolvers<void>()
  const bot = new Bot(options)
  bot.on('message', async (ctx) => {
    seen.push(`${ctx.from} ${ctx.text} begins`)
    if (ctx.text === 'slow') await gate.promise
    seen.push(`${ctx.from} ${ctx.text} ends`)
  })
  const { network, ann } = await meet(bot)
  const bob = await network.person(1002)
  await ann.say(2000, 'slow')
  await ann.say(2000, 'next')
  await bob.say(2000, 'quick')
  await network.until(() => seen.includes('1002 quick ends'))
  expect(seen).toEqual(['1001 slow begins', '1002 quick begins', '1002 quick ends'])
  gate.resolve()
  await network.until(() => seen.includes('1001 next ends'))
})

test('stopping in order: what was received is handled, what handlers send is sent, then the bot signs off', async () => {
  const leave = new AbortController()
  const bot = new Bot(options)
  bot.on('message', async (ctx) => {
    leave.abort()
    await ctx.user.info(1001)
    await ctx.reply('done')
    ctx.reply('really')
  })
  const network = testNetwork()
  const running = bot.start({ world: network.newWorld(), signal: leave.signal })
  network.addUser(2000)
  await network.until(() => bot.state === 'online')
  const ann = await network.person(1001)
  ann.user.contacts.add(2000)
  const gone = ann.user.once('offline')
  await ann.say(2000, 'x')
  await network.until(() => bot.state === 'stopping')
  expect(bot.healthy()).toBe(false)
  await network.finish(running)
  expect(bot.state).toBe('stopped')
  await network.finish(gone)
  expect(ann.texts).toEqual(['done', 'really'])
  await network.finish(bot.stop())
})

test('a handler that never ends is told, and waited for no longer than the grace', async () => {
  let reason: unknown
  const bot = new Bot({ ...options, graceMs: 3_000 })
  bot.on('message', async (ctx) => {
    ctx.signal.addEventListener('abort', () => {
      reason = ctx.signal.reason
    })
    await new Promise(() => {})
  })
  const { network, ann } = await meet(bot)
  await ann.say(2000, 'x')
  await network.pass(1_000)
  const stopped = bot.stop()
  await network.pass(2_900)
  expect(bot.state).toBe('stopping')
  await network.finish(stopped)
  expect(reason).toBeInstanceOf(SendError)
})

test('a bot that is stopped can be started again, one that runs cannot', async () => {
  const bot = new Bot(options).on('message', (ctx) => ctx.reply('yes'))
  const { network, ann } = await meet(bot)
  await expect(bot.start()).rejects.toThrow('runs already')
  await network.finish(bot.stop())
  expect(() => bot.user).toThrow('not on line yet')
  await network.start(bot)
  expect(await ann.ask(2000, 'again?')).toBe('yes')
})

test('somebody who floods is told once, then ignored, then answered again; others are answered all the time', async () => {
  const bot = new Bot({ ...options, flood: { burst: 3, perSecond: 0.5, sentence: 'Quiet, please.' } })
  bot.on('message', (ctx) => ctx.reply(ctx.text))
  const { network, ann } = await meet(bot)
  const bob = await network.person(1002)
  await network.finish(Promise.all(Array.from({ length: 20 }, (_, index) => ann.user.send(2000, String(index)))))
  await network.pass(1_000)
  expect(ann.texts).toEqual(['0', '1', '2', 'Quiet, please.'])
  expect(bot.counters.ignored).toBe(17)
  expect(await bob.ask(2000, 'and me?')).toBe('and me?')
  await network.pass(5_000)
  expect(await ann.ask(2000, 'back')).toBe('back')
})

test('two bots that answer everything come to rest', async () => {
  const echo = (uin: number) => new Bot({ ...options, uin }).on('message', (ctx) => ctx.reply(ctx.text))
  const [one, other] = [echo(2000), echo(2001)] as const
  const network = testNetwork()
  await network.start(one)
  await network.start(other)
  await network.finish(one.user.send(2001, 'hello'))
  await network.pass(600_000)
  const { handled } = one.counters
  await network.pass(3_600_000)
  expect(one.counters.handled).toBe(handled)
})

test('the bot sends no faster than servers allow', async () => {
  const bot = new Bot(options)
  const network = testNetwork()
  await network.start(bot)
  const people = Array.from({ length: 200 }, (_, index) => 1001 + index)
  for (const uin of people) network.addUser(uin)
  const began = network.now
  await network.finish(Promise.all(people.map((uin) => bot.user.send(uin, 'x'))), { withinMs: 200_000 })
  expect(network.server().counters).toMatchObject({ messagesDelayed: 0, messagesDropped: 0 })
  expect(network.now - began).toBeGreaterThan(((200 - 64) * 1_000) / 1.9)
})

test('a pace of one’s own; long texts and several recipients count as what they are; order is kept', async () => {
  const bot = new Bot({ ...options, pace: { burst: 4, perSecond: 1 } })
  const { network, ann } = await meet(bot)
  network.addUser(1002)
  const began = network.now
  bot.user.send([1001, 1002], 'a'.repeat(600))
  bot.user.sendUrl(1001, 'http://example.org/', { description: 'b' })
  bot.user.send(1001, 'c')
  await network.until(() => ann.texts.includes('c'))
  expect(network.now - began).toBeGreaterThanOrEqual(2_000)
  expect(ann.texts.join('')).toBe(`${'a'.repeat(600)}c`)
})

test('the server comes and goes, the bot stays; whoever asks is told how it is', async () => {
  const states: string[] = []
  const bot = new Bot(options)
  bot.on('state', ({ event }) => {
    states.push(event.state)
  })
  bot.on('message', (ctx) => ctx.reply('here'))
  const { network, ann } = await meet(bot)
  const before = bot.lastHeardAt
  network.server().crash()
  await network.pass(900_000)
  expect(bot.state).toBe('reconnecting')
  expect(bot.healthy()).toBe(false)
  network.server().start()
  await network.until(() => bot.state === 'online', { withinMs: 600_000 })
  expect(bot.healthy()).toBe(true)
  expect(bot.lastHeardAt).toBeGreaterThan(before!)
  await network.until(() => ann.user.state === 'online', { withinMs: 600_000 })
  expect(await ann.ask(2000, 'x')).toBe('here')
  expect(states[0]).toBe('online')
  expect(states).toContain('reconnecting')
  expect(states.at(-1)).toBe('online')
})

test('a server that is down at first is waited for; a wrong password ends it', async () => {
  const network = testNetwork()
  network.server().crash()
  network.addUser(2000, 'another one')
  const bot = new Bot(options)
  const running = bot.start({ world: network.newWorld() })
  await network.pass(600_000)
  expect(bot.state).toBe('signingOn')
  network.server().start()
  await expect(network.finish(running, { withinMs: 600_000 })).rejects.toThrow(SignOnError)
  expect(bot.state).toBe('stopped')
  const stopped = new Bot(options)
  network.server().crash()
  const waiting = stopped.start({ world: network.newWorld(), signal: AbortSignal.abort() })
  await network.finish(waiting)
})

test('chores are done again and again, also when they fail, and end with the bot', async () => {
  const errors: unknown[] = []
  const done: number[] = []
  const network = testNetwork()
  const bot = new Bot(options)
  expect(() => bot.after(1, () => {})).toThrow('does not run')
  const end = bot.every(60_000, () => {
    done.push(network.now)
    if (done.length === 2) throw new Error('once')
  })
  bot.catch((error) => errors.push(error))
  await network.start(bot)
  let isLate = false
  bot.after(400_000, () => {
    isLate = true
  })
  const forget = bot.after(1_000, () => errors.push('forgotten'))
  forget()
  await network.pass(185_000)
  expect(done.length).toBe(3)
  expect(errors).toEqual([new Error('once')])
  end()
  await network.pass(185_000)
  expect(done.length).toBe(3)
  await network.finish(bot.stop())
  await network.pass(185_000)
  expect(isLate).toBe(false)
})

test('messages that waited while the bot was away are handled', async () => {
  const bot = new Bot(options).on('message', (ctx) => ctx.reply(`${ctx.event.isStored}`))
  const network = testNetwork()
  network.addUser(2000)
  const ann = await network.person(1001)
  await ann.say(2000, 'x')
  await network.start(bot)
  await network.until(() => ann.heard.length)
  expect(ann.texts).toEqual(['true'])
})

test('one person whose handler hangs does not stand in the way of others', async () => {
  const bot = new Bot({ ...options, flood: 'off' })
  bot.on('message', (ctx) => (ctx.text === 'hang' ? new Promise(() => {}) : ctx.reply('yes')))
  const { network, ann } = await meet(bot)
  const bob = await network.person(1002)
  await network.finish(Promise.all(Array.from({ length: 100 }, () => ann.user.send(2000, 'hang'))))
  expect(await bob.ask(2000, 'there?')).toBe('yes')
  expect(bot.counters.dropped).toBe(50)
})

test('what is asked of the user without waiting for it ends nothing either', async () => {
  const caught: unknown[] = []
  const bot = new Bot(options).catch((error) => caught.push(error))
  bot.on('message', (ctx) => {
    ctx.user.info(1001, { signal: AbortSignal.abort(new Error('unseen')) })
  })
  const { network, ann } = await meet(bot)
  await ann.say(2000, 'x')
  await network.until(() => caught.length)
  expect(caught).toEqual([new Error('unseen')])
})

test('a bot whose handler signs off has stopped', async () => {
  const bot = new Bot(options).command('leave', (ctx) => ctx.user.signOff())
  const { network, ann } = await meet(bot)
  await ann.say(2000, '/leave')
  await network.until(() => bot.state === 'stopped')
})

test('a bot that allows direct connections takes files from whom it knows', async () => {
  const peers = { ports: [1200, 1300] } as const
  const bot = new Bot({ ...options, peers, contacts: [1001] })
  bot.on('filesOffered', async (ctx) => {
    if (!ctx.event.isProven) return ctx.event.refuse('I do not know who you are.')
    await ctx.event.accept({ folder: '/received', bytesMax: 10_000 }).done
    await ctx.reply('Thank you.')
  })
  const network = testNetwork()
  await network.start(bot)
  const ann = await network.connect({ uin: 1001, contacts: [2000], peers })
  const thanks = ann.once('message')
  network.files.set('/notes.txt', Uint8Array.of(1, 2, 3))
  await network.until(() => bot.user.contacts.get(1001)?.status && ann.contacts.get(2000)?.status)
  await network.finish(ann.sendFiles(2000, ['/notes.txt']))
  expect((await network.finish(thanks)).text).toBe('Thank you.')
  expect(network.files.get('/received/notes.txt')).toEqual(Uint8Array.of(1, 2, 3))
})

test('a bot grants what it is asked for', async () => {
  const bot = new Bot(options).on('authorizationRequested', (ctx) => ctx.user.authorize(ctx.from))
  const { network, ann } = await meet(bot)
  const granted = ann.user.once('authorizationGranted')
  await network.finish(ann.user.requestAuthorization(2000, 'please'))
  expect((await network.finish(granted)).from).toBe(2000)
})

test('an owner stops the bot by a message', async () => {
  const bot = new Bot(options)
  bot.command('stop', (ctx) => {
    ctx.reply('Good night.')
    void bot.stop()
  })
  const { network, ann } = await meet(bot)
  expect(await ann.ask(2000, '/stop')).toBe('Good night.')
  await network.until(() => bot.state === 'stopped', { withinMs: 5_000 })
})
