// Signing in and out, and the first setting up: what the office answers without a session.
import { keepMark, request } from './http.ts'

/** Who is signed in; undefined: nobody. Throws `Trouble`. */
export const whoIsSignedIn = async (): Promise<string | undefined> => taken(await request('GET', '/api/session'))

/** Signs in and returns the name. Throws `Trouble`. */
export const signIn = async (name: string, password: string): Promise<string> =>
  taken(await request('POST', '/api/session', { name, password })) ?? name

/** Makes the administrator whom a setup link invites. Throws `Trouble`. */
export async function setUp(code: string, name: string, password: string): Promise<void> {
  await request('POST', '/api/setup', { code, name, password })
}

/** Ends the session. Throws `Trouble`. */
export async function signOut(): Promise<void> {
  await request('DELETE', '/api/session')
  keepMark(undefined)
}

function taken(answer: unknown): string | undefined {
  const { name, csrf } = answer as { readonly name?: string; readonly csrf?: string }
  keepMark(csrf)
  return name
}
