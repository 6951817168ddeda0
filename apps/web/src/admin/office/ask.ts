import { request } from './http.ts'
import { type Answer, type Ask, type Asking, ways } from './ways.ts'

/** Asks the office one of its requests. Throws `Trouble`. */
export async function ask<Name extends Asking>(name: Name, what: Ask<Name>): Promise<Answer<Name>> {
  const { method, path, body } = wayFor(name, what)
  return (await request(method, path, body)) as Answer<Name>
}

/** How a request goes over HTTP: fields that the path names stand in it, the rest in the query or in the body. */
export function wayFor(
  name: Asking,
  what: object,
): { readonly method: string; readonly path: string; readonly body?: object } {
  const { method, path } = ways[name]
  const rest = new Map(Object.entries(what).filter(([, value]) => value !== undefined))
  const filled = path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = String(rest.get(field))
    rest.delete(field)
    return encodeURIComponent(value)
  })
  const upper = method.toUpperCase()
  if (method !== 'get' && method !== 'delete')
    return { method: upper, path: `/api${filled}`, body: Object.fromEntries(rest) }
  const query = new URLSearchParams([...rest].map(([field, value]) => [field, String(value)])).toString()
  return { method: upper, path: `/api${filled}${query === '' ? '' : `?${query}`}` }
}
