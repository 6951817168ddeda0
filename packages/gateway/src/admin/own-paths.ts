// What this listener answers beside the declared requests, for the document of the API.
const complaint = { $ref: '#/components/responses/Complaint' }
const text = { type: 'string' }
const object = { type: 'object' }
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const session = {
  ...object,
  properties: { name: text, csrf: text, expiresAt: { type: 'integer' } },
  description: 'Empty when nobody is signed in. A change needs csrf in the header x-seekyou-csrf, unless a token asks.',
}
const done = (schema: object) => ({ '200': { description: 'It was done.', ...json(schema) }, default: complaint })
const told = (description: string) => ({
  '200': { description, content: { 'text/event-stream': { schema: text } } },
  default: complaint,
})
const body = (...fields: readonly string[]) => ({
  required: true,
  ...json({ ...object, required: fields, properties: Object.fromEntries(fields.map((field) => [field, text])) }),
})
const inPath = (name: string, schema: object) => ({ name, in: 'path', required: true, schema })

export const ownPaths: Record<string, Record<string, unknown>> = {
  '/session': {
    get: { operationId: 'session', summary: 'Says who is signed in here.', security: [], responses: done(session) },
    post: {
      operationId: 'signIn',
      summary: 'Signs an administrator in for twelve hours, with a cookie.',
      security: [],
      requestBody: body('name', 'password'),
      responses: done(session),
    },
    delete: { operationId: 'signOut', summary: 'Signs this browser out.', security: [], responses: done(object) },
  },
  '/setup': {
    post: {
      operationId: 'setUp',
      summary: 'Adds an administrator with the code of a setup link, which ends with it.',
      security: [],
      requestBody: body('code', 'name', 'password'),
      responses: done(object),
    },
  },
  '/live': {
    get: {
      operationId: 'live',
      summary: 'Tells the status at once and each second, as the event `status` whose data is the answer of `status`.',
      parameters: [
        {
          name: 'chronicle',
          in: 'query',
          required: false,
          schema: { type: 'boolean' },
          description: 'whether the answer of `chronicle` comes first, as the event `chronicle`',
        },
      ],
      responses: told('Server-sent events, until the session ends.'),
    },
  },
  '/links/{uin}/packets': {
    get: {
      operationId: 'watchPackets',
      summary:
        'Tells every datagram of a user as the event `packet`: each field, with everything that somebody wrote masked.',
      parameters: [inPath('uin', { type: 'integer' })],
      responses: told('Server-sent events, until the session ends. `missed` counts what a slow reader was not told.'),
    },
  },
  '/backups/{name}': {
    get: {
      operationId: 'downloadBackup',
      summary: 'Hands a backup out as a file.',
      parameters: [inPath('name', text)],
      responses: {
        '200': { description: 'An SQLite database.', content: { 'application/vnd.sqlite3': { schema: text } } },
        default: complaint,
      },
    },
  },
  '/openapi.json': {
    get: { operationId: 'openApi', summary: 'This document.', security: [], responses: done(object) },
  },
}
