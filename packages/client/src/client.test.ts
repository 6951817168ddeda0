import { status, type Uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Client } from './client.ts'
import { inquiriesMax } from './inquiries.ts'
import { ann, bob, cat, message, Stage, signOn, text, unreachable } from './testing/fake-server.ts'

const newStage = (): Stage => new Stage(new Client({ random: () => 0.5 }))
const uins = (count: number): Uin[] => Array.from({ length: count }, (_, index) => (2_000 + index) as Uin)

test('signing on: the answer is acknowledged, everything is announced, stored messages are fetched', () => {
  const stage = newStage()
  stage.wish({ name: 'announceContacts', uins: uins(230) })
  stage.wish({ name: 'announceVisibleTo', uins: [bob] })
  stage.wish(signOn)
  expect(stage.client.state).toBe('signingOn')
  expect(stage.letIn()).toEqual([
    'ack 0',
    'announceContacts',
    'announceContacts',
    'announceContacts',
    'announceVisibleTo',
    'fetchStoredMessages',
  ])
  expect(stage.client.state).toBe('online')
  expect(stage.news()).toEqual([{ kind: 'signedOn', outer: 1 }])
})

test('contacts are announced a hundred at a time, each once', () => {
  const stage = newStage()
  stage.begin()
  stage.wish({ name: 'announceContacts', uins: [...uins(150), ...uins(150)] })
  const announced = stage
    .sent()
    .map((heard) => ('intent' in heard && heard.intent.name === 'announceContacts' ? heard.intent.uins.length : 0))
  expect(announced).toEqual([100, 50])
  stage.wish({ name: 'announceContacts', uins: uins(1) })
  expect(stage.sent()).toEqual([])
})

test('whoever hides from somebody arrives invisible, and shows themselves when the server has the list', () => {
  const stage = newStage()
  stage.wish({ name: 'announceInvisibleTo', uins: [cat] })
  stage.wish({ ...signOn, status: status(0x20) } as typeof signOn)
  const [knock] = stage.sent()
  expect(knock).toMatchObject({ intent: { name: 'signOn', status: 0x120 } })
  if (!knock || !('intent' in knock)) throw new Error('no knock')
  stage.say({ name: 'signedOn', uin: ann, outer: 1 }, { request: knock.request })
  const [, hide] = stage.sent()
  expect(hide).toMatchObject({ intent: { name: 'announceInvisibleTo', uins: [cat] } })
  if (!hide || !('intent' in hide)) throw new Error('no list')
  stage.ack(hide.sequence)
  expect(stage.sent()).toMatchObject([{ intent: { name: 'changeStatus', status: 0x20 } }])
})

test('a status that was changed while knocking is told after signing on', () => {
  const stage = newStage()
  stage.wish(signOn)
  stage.wish({ name: 'changeStatus', status: status(0x05) })
  expect(stage.letIn()).toEqual(['ack 0', 'changeStatus', 'fetchStoredMessages'])
})

test('changes of oneself go one at a time', () => {
  const stage = newStage()
  stage.begin()
  stage.wish({ name: 'changeStatus', status: status(1) })
  stage.wish({ name: 'changeStatus', status: status(5) })
  const [first] = stage.sent()
  expect(first).toMatchObject({ intent: { status: 1 } })
  stage.pass(2_000)
  expect(stage.sent()).toEqual([first])
  if (first && 'intent' in first) stage.ack(first.sequence)
  expect(stage.sent()).toMatchObject([{ intent: { status: 5 } }])
})

test('a message is shown once and acknowledged each time it comes', () => {
  const stage = newStage()
  stage.begin()
  stage.news()
  const news = { name: 'messageArrived', from: bob, kind: 1, text: text('hi') } as const
  const sequence = stage.say(news)
  expect(stage.names()).toEqual([`ack ${sequence}`])
  expect(stage.news()).toEqual([{ kind: 'told', news }])
  stage.passAnswered(400_000)
  stage.say(news, { sequence })
  expect(stage.names()).toEqual([`ack ${sequence}`])
  expect(stage.news()).toEqual([])
})

test('the end of the stored messages is confirmed', () => {
  const stage = newStage()
  stage.begin()
  const sequence = stage.say({ name: 'storedMessagesEnded', uin: ann })
  expect(stage.names()).toEqual([`ack ${sequence}`, 'confirmStoredMessages'])
})

test('a message is accepted when the server acknowledges it', () => {
  const stage = newStage()
  stage.begin()
  stage.news()
  stage.wish(message(7, bob, 'hello'))
  const [sent] = stage.sent()
  expect(stage.news()).toEqual([])
  if (sent && 'intent' in sent) stage.ack(sent.sequence)
  expect(stage.news()).toEqual([{ kind: 'messageAccepted', id: 7, via: 'server' }])
})

test('messages to one recipient go one at a time, those to others do not wait', () => {
  const stage = newStage()
  stage.begin()
  stage.wish(message(1, bob, 'one'))
  stage.wish(message(2, bob, 'two'))
  stage.wish(message(3, cat, 'three'))
  const sent = stage.sent()
  expect(sent).toMatchObject([{ intent: { to: bob } }, { intent: { to: cat } }])
  if (sent[0] && 'intent' in sent[0]) stage.ack(sent[0].sequence)
  expect(stage.sent()).toMatchObject([{ intent: { to: bob, text: text('two') } }])
})

test('messages written while the server is away wait, and go out in order', () => {
  const stage = newStage()
  stage.wish(signOn)
  stage.wish(message(1, bob, 'one'))
  stage.wish(message(2, cat, 'two'))
  expect(stage.news()).toEqual([])
  expect(stage.letIn()).toEqual(['ack 0', 'fetchStoredMessages', 'sendMessage', 'sendMessage'])
  expect(stage.news()).toContainEqual({ kind: 'messageAccepted', id: 2, via: 'server' })
})

test('messages fail that are too long, too many, or written while signed off', () => {
  const stage = newStage()
  stage.wish(message(1, bob, 'nobody listens'))
  expect(stage.news()).toEqual([{ kind: 'messageFailed', id: 1, because: 'signedOff' }])
  stage.begin()
  stage.news()
  stage.wish(message(2, bob, 'x'.repeat(1_901)))
  expect(stage.news()).toEqual([{ kind: 'messageFailed', id: 2, because: 'tooLong' }])
  for (let id = 10; id < 1_010; id++) stage.wish(message(id, bob, 'again'))
  expect(stage.news()).toEqual([])
  stage.wish(message(3, bob, 'one too many'))
  expect(stage.news()).toEqual([{ kind: 'messageFailed', id: 3, because: 'full' }])
  expect(() => stage.wish(message(10, bob, 'again'))).toThrow('id of its own')
})

test('a keep-alive every two minutes', () => {
  const stage = newStage()
  stage.begin()
  stage.pass(119_999)
  expect(stage.names()).toEqual([])
  stage.pass(1)
  expect(stage.names()).toEqual(['keepAlive'])
})

test('a deaf server is asked again every ten seconds, for an answer after a minute, and given up after two', () => {
  const stage = newStage()
  stage.begin()
  stage.news()
  stage.wish(message(1, bob, 'hello?'))
  stage.sent()
  stage.pass(59_999)
  expect(stage.names()).toEqual(Array(5).fill('sendMessage'))
  stage.pass(1)
  expect(stage.names().sort()).toEqual(['demandAnswer', 'sendMessage'])
  stage.pass(59_999)
  expect(stage.client.state).toBe('online')
  stage.pass(1)
  expect(stage.client.state).toBe('waiting')
  expect(stage.news()).toEqual([{ kind: 'offline', because: 'noAnswer', againAt: stage.now + 3_750 }])
  stage.sent()
  stage.pass(3_750)
  expect(stage.names()).toEqual(['signOn'])
})

test('an unaccepted message goes over the next line, and other ACKs keep the line alive', () => {
  const stage = newStage()
  stage.begin()
  stage.wish(message(1, bob, 'slow'))
  stage.sent()
  for (let minute = 0; minute < 10; minute++) {
    stage.pass(60_000)
    for (const heard of stage.sent())
      if ('intent' in heard && heard.intent.name !== 'sendMessage') stage.ack(heard.sequence)
  }
  expect(stage.client.state).toBe('online')
  stage.move()
  expect(stage.letIn()).toContain('sendMessage')
})

test('signing on is tried six times ten seconds apart, then after growing pauses, for ever', () => {
  const stage = newStage()
  stage.wish(signOn)
  const knocks: number[] = []
  for (let second = 0; second < 3_600; second++) {
    for (const name of stage.names()) if (name === 'signOn') knocks.push(stage.now / 1_000)
    stage.pass(1_000)
  }
  expect(knocks.slice(0, 6)).toEqual([0, 10, 20, 30, 40, 50])
  expect(knocks[6]! - 60).toBeLessThanOrEqual(5)
  expect(knocks.length).toBeGreaterThan(150)
  expect(knocks.length).toBeLessThan(300)
})

test('a wrong password ends all attempts, and only an answer to our own question counts', () => {
  const stage = newStage()
  stage.wish(signOn)
  const [knock] = stage.sent()
  if (!knock || !('intent' in knock)) throw new Error('no knock')
  stage.say({ name: 'signOnRefused', uin: ann, because: 'password' }, { request: knock.request ^ 1 })
  expect(stage.client.state).toBe('signingOn')
  stage.say({ name: 'signOnRefused', uin: ann, because: 'password' }, { request: knock.request })
  expect(stage.news()).toEqual([{ kind: 'offline', because: 'password', againAt: undefined }])
  expect(stage.client.wakeAt).toBeUndefined()
  expect(stage.names()).toEqual([])
})

test('a busy server is tried again after a pause', () => {
  const stage = newStage()
  stage.wish(signOn)
  stage.sent()
  stage.say({ name: 'signOnRefused', uin: ann, because: 'busy' })
  expect(stage.news()).toEqual([{ kind: 'offline', because: 'busy', againAt: 3_750 }])
  stage.pass(3_750)
  expect(stage.names()).toEqual(['signOn'])
})

test('a server that forgot the line is signed on to at once, with everything that was not accepted', () => {
  const stage = newStage()
  stage.begin()
  stage.wish({ name: 'announceContacts', uins: [bob] })
  stage.wish(message(1, bob, 'carried over'))
  const sent = stage.sent().at(-1)
  if (!sent || !('intent' in sent)) throw new Error('nothing sent')
  stage.news()
  stage.say({ name: 'notSignedOn' }, { sequence: sent.sequence })
  expect(stage.news()).toEqual([{ kind: 'offline', because: 'notKnown', againAt: 0 }])
  expect(stage.letIn()).toEqual(['ack 1', 'announceContacts', 'fetchStoredMessages', 'sendMessage'])
})

test('somebody who claims that we are not known, but does not name one of our packets, is not believed', () => {
  const stage = newStage()
  stage.begin()
  stage.say({ name: 'notSignedOn' }, { sequence: 500 })
  expect(stage.client.state).toBe('online')
})

test('numbers go on from one line to the next', () => {
  const stage = newStage()
  stage.begin()
  stage.move()
  const [knock] = stage.sent()
  expect(knock && 'sequence' in knock && knock.sequence).toBeGreaterThan(2)
})

test('thrown out: off line for a while', () => {
  const stage = newStage()
  stage.begin()
  stage.news()
  stage.say({ name: 'signedOff' })
  expect(stage.names()).toEqual([])
  expect(stage.news()).toEqual([{ kind: 'offline', because: 'signedOffElsewhere', againAt: 45_000 }])
  stage.pass(45_000)
  expect(stage.names()).toEqual(['signOn'])
})

test('what belongs to an earlier line is neither acknowledged nor shown', () => {
  const stage = newStage()
  stage.begin()
  stage.move()
  const late = { name: 'messageArrived', from: bob, kind: 1, text: text('late') } as const
  stage.sent()
  stage.say(late, { sequence: 5 })
  expect(stage.names()).toEqual([])
  stage.move()
  stage.letIn({ sequence: 20 })
  stage.news()
  stage.say(late, { sequence: 19 })
  stage.say({ name: 'signedOff' }, { sequence: 19 })
  expect(stage.names()).toEqual([])
  expect(stage.news()).toEqual([])
  stage.say(late, { sequence: 21 })
  expect(stage.news()).toHaveLength(1)
})

test('a server that still speaks on an earlier line when nothing of it can be under way has lost this one', () => {
  const stage = newStage()
  stage.begin()
  stage.move()
  stage.letIn({ sequence: 20 })
  stage.news()
  const early = { name: 'messageArrived', from: bob, kind: 1, text: text('early') } as const
  stage.passAnswered(59_000)
  stage.say(early, { sequence: 19 })
  expect(stage.names()).toEqual([])
  stage.passAnswered(1_000)
  stage.say(early, { sequence: 19 })
  expect(stage.names()).toEqual(['signOn'])
  expect(stage.news()).toMatchObject([{ kind: 'offline', because: 'notKnown' }])
})

test('so has one that answers our name and a sign-on of which nothing can be under way', () => {
  const stage = newStage()
  stage.begin()
  stage.news()
  const answer = (request: number) => stage.say({ name: 'signedOn', uin: ann, outer: 1 }, { request, sequence: 300 })
  stage.passAnswered(59_000)
  answer(0xbeef)
  expect(stage.names()).toEqual([])
  stage.passAnswered(1_000)
  answer(0xbeef)
  expect(stage.names()).toEqual(['signOn'])
  expect(stage.news()).toMatchObject([{ kind: 'offline', because: 'notKnown' }])
})

test('what comes again is shown once, and something else under the same number is no repetition', () => {
  const stage = newStage()
  stage.begin()
  stage.news()
  for (const words of ['one', 'one', 'other'])
    stage.say({ name: 'messageArrived', from: bob, kind: 1, text: text(words) }, { sequence: 300 })
  expect(stage.news()).toMatchObject([{ news: { text: text('one') } }, { news: { text: text('other') } }])
})

test('a server that lets us in again has forgotten us: everything is announced again', () => {
  const stage = newStage()
  stage.wish(signOn)
  const [knock] = stage.sent()
  if (!knock || !('intent' in knock)) throw new Error('no knock')
  stage.say({ name: 'signedOn', uin: ann, outer: 1 }, { request: knock.request })
  stage.wish({ name: 'announceContacts', uins: [bob] })
  stage.sent()
  stage.say({ name: 'signedOn', uin: ann, outer: 1 }, { request: knock.request, sequence: 9 })
  expect(stage.names()).toEqual(['ack 9', 'announceContacts', 'fetchStoredMessages'])
  stage.say({ name: 'signedOn', uin: cat, outer: 1 }, { request: knock.request ^ 1, sequence: 10 })
  expect(stage.names()).toEqual([])
})

test('signing off is said, and said again until the server has heard it', () => {
  const stage = newStage()
  stage.begin()
  stage.wish(message(1, bob, 'not yet'))
  stage.sent()
  stage.news()
  stage.wish({ name: 'signOff' })
  expect(stage.client.state).toBe('leaving')
  expect(stage.news()).toEqual([{ kind: 'messageFailed', id: 1, because: 'signedOff' }])
  const [goodbye] = stage.sent()
  stage.pass(2_000)
  expect(stage.names()).toEqual(['signOff'])
  if (goodbye && 'sequence' in goodbye) stage.ack(goodbye.sequence)
  expect(stage.news()).toEqual([{ kind: 'offline', because: 'signedOff', againAt: undefined }])
  expect(stage.client.state).toBe('offline')
  expect(stage.client.wakeAt).toBeUndefined()
})

test('signing off from a server that does not answer ends after ten seconds', () => {
  const stage = newStage()
  stage.begin()
  stage.news()
  stage.wish({ name: 'signOff' })
  stage.pass(10_000)
  expect(stage.client.state).toBe('offline')
  expect(stage.news()).toHaveLength(1)
})

test('signing off while knocking says goodbye once, in case the server has let us in', () => {
  const stage = newStage()
  stage.wish(signOn)
  stage.wish({ name: 'signOff' })
  expect(stage.names()).toEqual(['signOn', 'signOff'])
  expect(stage.client.state).toBe('offline')
})

test('the contact list shows who is on line, and news are told once', () => {
  const stage = newStage()
  stage.wish({ name: 'announceContacts', uins: [bob, cat] })
  stage.begin()
  stage.news()
  const online = { name: 'contactOnline', uin: bob, status: status(0), outer: 0, direct: unreachable } as const
  stage.say(online)
  stage.say(online)
  stage.say({ ...online, status: status(5) })
  stage.say({ name: 'contactStatusChanged', uin: bob, status: status(5) })
  stage.say({ name: 'contactOffline', uin: bob })
  stage.say({ name: 'contactOffline', uin: bob })
  stage.say({ ...online, uin: 4_000 as Uin })
  expect(stage.news().map((outcome) => outcome.kind === 'told' && outcome.news)).toEqual([
    online,
    { name: 'contactStatusChanged', uin: bob, status: 5 },
    { name: 'contactOffline', uin: bob },
  ])
  expect(stage.client.roster.get(bob)).toEqual({ uin: bob, status: undefined })
})

test('after a new sign-on, whoever is not mentioned is off line', () => {
  const stage = newStage()
  stage.wish({ name: 'announceContacts', uins: [bob, cat] })
  stage.begin()
  for (const uin of [bob, cat])
    stage.say({ name: 'contactOnline', uin, status: status(0), outer: 0, direct: unreachable })
  stage.say({ name: 'contactsAnnounced', uin: ann })
  stage.move()
  stage.letIn()
  stage.news()
  expect(stage.client.roster.get(cat)?.status).toBe(0)
  stage.say({ name: 'contactOnline', uin: bob, status: status(0), outer: 0, direct: unreachable })
  stage.say({ name: 'contactsAnnounced', uin: ann })
  expect(stage.news()).toEqual([])
  stage.pass(20_000)
  expect(stage.news()).toEqual([{ kind: 'told', news: { name: 'contactOffline', uin: cat } }])
})

test('contacts are announced again when the end of the answer does not come', () => {
  const stage = newStage()
  stage.wish({ name: 'announceContacts', uins: [bob] })
  stage.begin()
  stage.pass(60_000)
  expect(stage.names()).toEqual(['announceContacts'])
  stage.say({ name: 'contactsAnnounced', uin: ann })
  stage.pass(19_000)
  expect(stage.names()).toEqual(['ack 1', 'announceContacts'])
})

test('forgotten contacts are not shown, nor announced again', () => {
  const stage = newStage()
  stage.wish({ name: 'announceContacts', uins: [bob, cat] })
  stage.begin()
  stage.wish({ name: 'forgetContacts', uins: [bob] })
  stage.news()
  stage.say({ name: 'contactOnline', uin: bob, status: status(0), outer: 0, direct: unreachable })
  expect(stage.news()).toEqual([])
  expect([...stage.client.roster.keys()]).toEqual([cat])
})

test('another user begins with an empty contact list', () => {
  const stage = newStage()
  stage.wish({ name: 'announceContacts', uins: [bob] })
  stage.begin()
  stage.wish(message(1, cat, 'mine'))
  stage.news()
  stage.begin({ ...signOn, uin: bob } as typeof signOn)
  expect(stage.news()[0]).toEqual({ kind: 'messageFailed', id: 1, because: 'signedOff' })
  expect(stage.client.roster.size).toBe(0)
})

test('registering: the same request until it is answered, then the number', () => {
  const stage = newStage()
  stage.wish({ name: 'register', password: text('first') })
  stage.pass(10_000)
  const [first, second] = stage.sent()
  expect(first).toEqual(second)
  if (!first || !('intent' in first)) throw new Error('not asked')
  stage.ack(first.sequence)
  stage.say({ name: 'registered', uin: cat }, { request: first.request })
  expect(stage.news()).toEqual([{ kind: 'registered', uin: cat }])
  expect(stage.names()).toEqual([])
  expect(stage.client.state).toBe('offline')
})

test('a registration may be refused, or never be answered, and is not possible while signed on', () => {
  const stage = newStage()
  stage.wish({ name: 'register', password: text('first') })
  stage.say({ name: 'signOnRefused', uin: 0 as Uin, because: 'busy' })
  expect(stage.news()).toEqual([{ kind: 'registrationRefused', because: 'refused' }])
  stage.wish({ name: 'register', password: text('first') })
  stage.pass(60_000)
  expect(stage.news()).toEqual([{ kind: 'registrationRefused', because: 'noAnswer' }])
  stage.sent()
  stage.begin()
  expect(() => stage.wish({ name: 'register', password: text('x') })).toThrow('Sign off')
})

test('lists that version 2 cannot carry are refused in plain words', () => {
  const stage = newStage()
  expect(() => stage.wish({ name: 'announceVisibleTo', uins: uins(256) })).toThrow('255 is the most')
})

test('noise changes nothing', () => {
  const stage = newStage()
  stage.begin()
  stage.news()
  for (const bytes of [[], [2], [2, 0, 10], [9, 9, 9, 9, 9, 9], [2, 0, 0x6e, 0, 9, 0, 1]])
    stage.give(Uint8Array.from(bytes))
  expect(stage.client.state).toBe('online')
  expect(stage.news()).toEqual([])
})

const names = (nick: string) => ({ nick: text(nick), first: text(''), last: text(''), email: text('') })

test('a search: each result by itself, known by its mark, then the end', () => {
  const stage = newStage()
  stage.begin()
  stage.news()
  stage.wish({ name: 'searchUser', id: 7, ...names('bo') })
  const [asked] = stage.sent()
  expect(asked).toMatchObject({ intent: { name: 'searchUser', ...names('bo') } })
  if (!asked || !('intent' in asked)) throw new Error('not asked')
  stage.ack(asked.sequence)
  const { request } = asked
  const info = { ...names('bob'), needsAuthorization: true }
  stage.say({ name: 'userFound', uin: bob, info }, { request: request ^ 1 })
  expect(stage.news()).toEqual([])
  stage.say({ name: 'userFound', uin: bob, info }, { request })
  stage.say({ name: 'searchEnded', hasMore: true }, { request })
  stage.say({ name: 'searchEnded', hasMore: false }, { request })
  expect(stage.news()).toEqual([
    { kind: 'answered', id: 7, answer: { name: 'userFound', uin: bob, info }, isLast: false },
    { kind: 'answered', id: 7, answer: { name: 'searchEnded', hasMore: true }, isLast: true },
  ])
})

test('inquiries go one after another, and each has a mark of its own', () => {
  const stage = newStage()
  stage.begin()
  stage.news()
  stage.wish({ name: 'requestInfo', id: 1, uin: bob })
  stage.wish({ name: 'requestExtInfo', id: 2, uin: cat })
  const [first, ...none] = stage.sent()
  expect(none).toEqual([])
  if (!first || !('intent' in first)) throw new Error('not asked')
  stage.ack(first.sequence)
  const [second] = stage.sent()
  if (!second || !('intent' in second)) throw new Error('not asked')
  expect(second.request).not.toBe(first.request)
  stage.say({ name: 'uinUnknown', uin: cat })
  stage.say({ name: 'uinUnknown', uin: bob })
  expect(stage.news()).toEqual([
    { kind: 'answered', id: 2, answer: { name: 'uinUnknown', uin: cat }, isLast: true },
    { kind: 'answered', id: 1, answer: { name: 'uinUnknown', uin: bob }, isLast: true },
  ])
})

test('with a changed password the client signs on from then on, and not before it is confirmed', () => {
  const stage = newStage()
  stage.begin()
  stage.wish({ name: 'changePassword', id: 3, password: text('other') })
  const [asked] = stage.sent()
  if (!asked || !('intent' in asked)) throw new Error('not asked')
  const passwords = () =>
    stage.sent().flatMap((heard) => ('intent' in heard && 'password' in heard.intent ? [heard.intent.password] : []))
  stage.move()
  expect(stage.news().slice(1)).toMatchObject([{ kind: 'unanswered', id: 3 }, { kind: 'offline' }])
  expect(passwords()).toEqual([text('secret')])
  const again = newStage()
  again.begin()
  again.wish({ name: 'changePassword', id: 3, password: text('other') })
  const [change] = again.sent()
  if (!change || !('intent' in change)) throw new Error('not asked')
  again.say({ name: 'passwordChanged' }, { request: change.request })
  again.sent()
  again.move()
  expect(again.sent()).toMatchObject([{ intent: { name: 'signOn', password: text('other') } }])
})

test('inquiries that nobody answers: off line at once, too many at once, on line after ten minutes', () => {
  const stage = newStage()
  stage.wish({ name: 'searchUin', id: 1, uin: bob })
  expect(stage.news()).toEqual([{ kind: 'unanswered', id: 1 }])
  stage.begin()
  stage.news()
  for (let id = 0; id <= inquiriesMax; id++) stage.wish({ name: 'searchUin', id, uin: bob })
  expect(stage.news()).toEqual([{ kind: 'unanswered', id: inquiriesMax }])
  stage.passAnswered(599_000)
  expect(stage.news()).toEqual([])
  stage.passAnswered(2_000)
  expect(stage.news()).toEqual(uins(inquiriesMax).map((_, id) => ({ kind: 'unanswered', id })))
})

test('somebody is put on the list, and the server is told whom', () => {
  const stage = newStage()
  stage.begin()
  stage.wish({ name: 'addContact', uin: bob })
  stage.wish({ name: 'addContact', uin: bob })
  expect(stage.sent()).toMatchObject([{ intent: { name: 'addContact', uin: bob } }])
  expect([...stage.client.roster.keys()]).toEqual([bob])
})

test('of two changes of the password the later one counts, whichever confirmation comes last', () => {
  const stage = newStage()
  stage.begin()
  const asked = ['one', 'two'].map((password, id) => {
    stage.wish({ name: 'changePassword', id, password: text(password) })
    const [change] = stage.sent()
    if (!change || !('intent' in change)) throw new Error('not asked')
    stage.ack(change.sequence)
    return change.request
  })
  for (const request of asked.reverse()) stage.say({ name: 'passwordChanged' }, { request })
  stage.sent()
  stage.move()
  expect(stage.sent()).toMatchObject([{ intent: { name: 'signOn', password: text('two') } }])
})
