import { z } from 'zod'
import type { Declared } from './declare.ts'
import { requests } from './requests.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of the requests, under `/api`, plus what the gateway adds of its own as `paths` of the same shape. */
export function openApi({ version, paths = {} }: { readonly version: string; readonly paths?: Json }): Json {
  const all: Record<string, Json> = {}
  for (const [name, one] of Object.entries(requests) as [string, Declared][]) {
    if (!one.http) continue
    const { method, path } = one.http
    all[path] = { ...all[path], [method]: operation(name, one) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Seekyou administration',
      version,
      description: 'Everything that the admin pages and the command line do with a server.',
    },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Complaint: {
          type: 'object',
          required: ['complaint'],
          properties: { complaint: { type: 'string', description: 'One sentence: what is wrong, and what to do.' } },
        },
      },
      responses: {
        Complaint: {
          description: 'It was not done.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Complaint' } } },
        },
      },
    },
    paths: { ...all, ...paths },
  }
}

function operation(name: string, { ask, answer, about, http }: Declared): Json {
  const schema = jsonSchema(ask)
  const properties = schema.properties as Record<string, Json>
  const required = (schema.required ?? []) as string[]
  const inPath = [...(http?.path ?? '').matchAll(/\{(\w+)\}/g)].map(([, field]) => field as string)
  const others = Object.keys(properties).filter((field) => !inPath.includes(field))
  const asQuery = http?.method === 'get' || http?.method === 'delete'
  const parameter = (place: 'path' | 'query') => (field: string) => ({
    name: field,
    in: place,
    required: place === 'path' || required.includes(field),
    schema: properties[field],
  })
  const body = {
    ...schema,
    properties: Object.fromEntries(others.map((field) => [field, properties[field]])),
    required: required.filter((field) => others.includes(field)),
  }
  return {
    operationId: name,
    summary: about,
    parameters: [...inPath.map(parameter('path')), ...(asQuery ? others.map(parameter('query')) : [])],
    ...(asQuery || others.length === 0
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      '200': { description: 'It was done.', content: { 'application/json': { schema: jsonSchema(answer) } } },
      default: { $ref: '#/components/responses/Complaint' },
    },
  }
}

/** Arrays that no code changes are no news to whoever reads the document. */
function jsonSchema(schema: z.ZodObject): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  }) as Json
  return rest
}
