import { type Ask, type Declared, type openApi, type RequestName, requests } from '@seekyou/office'
import { expect, test } from 'vitest'
import { openPlace } from '../testing/admin-place.ts'
import { complaint, goodToken } from '../testing/office.ts'
import { ownPaths } from './own-paths.ts'

/** Something that may be asked with each request, with every field that a path or a query has to carry. */
const asks: { readonly [Name in RequestName]?: Ask<Name> } = {
  addUser: { nick: 'Ёжик', password: 'secret', uin: 1234, codePage: 'windows-1251' },
  findUsers: { text: '12 & 34', only: 'banned', after: 7, count: 20 },
  showUser: { uin: 1234 },
  setUser: { uin: 1234, nick: 'ann', direct: 'default', storedMax: 5, limits: false },
  banUser: { uin: 1234, reason: 'advertisements' },
  unbanUser: { uin: 1234 },
  kickUser: { uin: 1234 },
  removeUser: { uin: 1234, now: true },
  restoreUser: { uin: 1234 },
  importUsers: { rows: [{ line: 1, nick: 'bob', password: 'secret' }] },
  registration: {},
  setRegistration: { mode: 'invite' },
  addInvite: { uses: 3, code: 'a/b?c' },
  listInvites: {},
  removeInvite: { code: 'a/b?c%' },
  status: {},
  listLinks: { after: 3, count: 10 },
  chronicle: {},
  broadcast: { text: 'hi', absent: true, system: false },
  oldClients: {},
  listAudit: { before: 9, count: 2 },
  backup: {},
  listBackups: {},
  addAdministrator: { name: 'carl', password: 'twelve or more' },
  listAdministrators: {},
  removeAdministrator: { name: 'bob' },
  setAdministratorPassword: { name: 'ann', password: 'twelve or more' },
  addToken: { name: 'robot' },
  listTokens: {},
  removeToken: { name: 'the robot' },
}
const headers = { authorization: `Bearer ${goodToken}` }
const overHttp = Object.entries<Declared>(requests).filter(([, { http }]) => http !== undefined)

test.each(overHttp)(
  '%s is met over HTTP with what is asked, and answers what the office answers',
  async (name, declared) => {
    const { ask: send, office } = await openPlace()
    office.administrators.set('bob', { password: 'x', createdAt: 1 })
    const answer = { isTheAnswerOf: name }
    const met: unknown[] = []
    const { ask: asked, path, body } = written(declared, asks[name as RequestName])
    office.handle = (...all) => {
      met.push(all)
      return answer
    }
    expect(await send(declared.http!.method.toUpperCase(), path, { headers, body })).toMatchObject({
      status: 200,
      json: answer,
    })
    expect(met).toEqual([[name, asked, 'token robot']])
  },
)

test('only what changes nothing is asked with GET, for no proof goes with it', () => {
  for (const [, { changes, http }] of overHttp) expect(http!.method === 'get').toBe(!changes)
})

test('what is asked wrongly is said in a sentence, and nothing is done', async () => {
  const { ask, office } = await openPlace()
  const post = (path: string, body: unknown) => ask('POST', path, { headers, body })
  const sentence = { complaint: expect.stringMatching(/^\S.*\.$/) }
  for (const answer of [
    await post('/api/users', { nick: 'ann' }),
    await post('/api/users', { nick: 5, password: 'secret' }),
    await post('/api/users', { nick: 'ann', password: 'secret', colour: 'red' }),
    await post('/api/users', '{"nick":'),
    await post('/api/users', '[1]'),
    await ask('GET', '/api/users/x', { headers }),
    await ask('GET', '/api/users?count=many', { headers }),
    await ask('GET', '/api/users?colour=red', { headers }),
    await ask('PATCH', '/api/users/1234', { headers, body: { uin: 99, colour: 1 } }),
  ]) {
    expect(answer).toMatchObject({ status: 400, json: sentence })
  }
  const more = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
  expect(await ask('POST', '/api/users', { headers: more, body: 'nick=ann' })).toMatchObject({
    status: 415,
    json: sentence,
  })
  expect(await post('/api/users', { nick: 'x'.repeat(9_000_000) })).toMatchObject({ status: 413, json: sentence })
  expect(await ask('GET', '/api/nothing', { headers })).toMatchObject({ status: 404, json: sentence })
  expect(office.met).toEqual([])
})

test('the number in the path is the one that counts', async () => {
  const { ask, office } = await openPlace()
  await ask('PATCH', '/api/users/1234', { headers, body: { uin: 99, nick: 'ann' } })
  expect(office.met).toEqual([{ name: 'setUser', ask: { uin: 1234, nick: 'ann' }, by: 'token robot' }])
})

test('refusals of the office become statuses, and our own bugs are reported and give nothing away', async () => {
  const { ask, office, reports } = await openPlace()
  const show = () => ask('GET', '/api/users/1234', { headers })
  office.answers.set('showUser', complaint('There is no user 1234.', { isUnknown: true }))
  expect(await show()).toMatchObject({ status: 404, json: { complaint: 'There is no user 1234.' } })
  office.answers.set('showUser', complaint('1234 is not on line.'))
  expect(await show()).toMatchObject({ status: 409 })
  office.answers.set('showUser', complaint('The nick is too long.', { exitCode: 2 }))
  expect(await show()).toMatchObject({ status: 400 })
  expect(reports).toEqual([])
  const bug = new TypeError('secret of the inside')
  office.answers.set('showUser', bug)
  const answer = await show()
  expect(answer).toMatchObject({ status: 500, json: { complaint: expect.stringMatching(/its log says why/) } })
  expect(answer.text).not.toContain('secret')
  expect(reports).toEqual([bug])
})

test('the document of the API has every request and every path of ours, and no reference leads nowhere', async () => {
  const { ask } = await openPlace()
  const { status, json } = await ask('GET', '/api/openapi.json')
  expect(status).toBe(200)
  const document = json as ReturnType<typeof openApi> & {
    paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>>
  }
  expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./), info: { version: '1.2.3' } })
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  )
  for (const [name, { http }] of overHttp) {
    expect(operations).toContainEqual(expect.objectContaining({ operationId: name, ...http }))
  }
  for (const path of Object.keys(ownPaths)) expect(document.paths).toHaveProperty([path])
  const ids = operations.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { path, parameters = [] } of operations) {
    const named = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`)
    expect(named).toEqual(path.match(/\{\w+\}/g) ?? [])
  }
  for (const reference of referencesIn(document)) {
    expect(reference).toMatch(/^#\//)
    const target = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], document)
    expect([reference, typeof target]).toEqual([reference, 'object'])
  }
})

/** The request as a client writes it, and what the office should hear. */
function written({ http }: Declared, ask: Readonly<Record<string, unknown>> = {}) {
  const rest = { ...ask }
  const path = http!.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (http!.method !== 'get' && http!.method !== 'delete') return { ask, path: `/api${path}`, body: rest }
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]))
  return { ask, path: `/api${path}?${query}`, body: undefined }
}

function* referencesIn(value: unknown): Iterable<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (name === '$ref' && typeof inner === 'string') yield inner
    else yield* referencesIn(inner)
  }
}
