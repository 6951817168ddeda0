import { expect, test } from 'vitest'
import { openApi } from './open-api.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document of many shapes
const document = openApi({ version: '1.2.3', paths: { '/session': { post: {} } } }) as any

test('each request is an operation, its fields in path, query or body', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } })
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(['/users', '/users/{uin}', '/backups', '/session']),
  )
  expect(document.paths['/users'].get).toMatchObject({
    operationId: 'findUsers',
    parameters: expect.arrayContaining([expect.objectContaining({ name: 'text', in: 'query', required: false })]),
  })
  const { parameters, requestBody } = document.paths['/users/{uin}/ban'].post
  expect(parameters).toEqual([expect.objectContaining({ name: 'uin', in: 'path', required: true })])
  expect(requestBody.content['application/json'].schema).toMatchObject({
    properties: { reason: { type: 'string' } },
    required: ['reason'],
    additionalProperties: false,
  })
  expect(document.paths['/users/{uin}/kick'].post).not.toHaveProperty('requestBody')
})

test('what has no address is not in the document', () => {
  const text = JSON.stringify(document)
  for (const name of ['exportUsers', 'setUp', 'checkAdministrator', 'checkToken'])
    expect(text).not.toContain(`"${name}"`)
  expect(text).not.toContain('readOnly')
  expect(text).not.toContain('$schema')
})
