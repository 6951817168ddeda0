// One HTTP request to the office, with the session's cookie and its mark against foreign pages.
import { type Trouble, troubleOf } from './trouble.ts'

let mark: string | undefined

/** Takes over the mark that the session gave, which goes with everything that changes something. */
export function keepMark(csrf: string | undefined): void {
  mark = csrf
}

/** Asks the office. Throws `Trouble`. */
export async function request(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(mark === undefined || method === 'GET' ? {} : { 'x-seekyou-csrf': mark }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw troubleOf('unreachable')
  })
  const answer: unknown = await response.json().catch(() => ({}))
  if (!response.ok) throw refusal(response.status, answer)
  return answer
}

function refusal(status: number, answer: unknown): Trouble {
  const complaint = complaintIn(answer)
  if (status === 401) return troubleOf('signedOut', complaint)
  if (status === 429) return troubleOf('tooOften', complaint)
  return troubleOf(status < 500 ? 'refused' : 'failed', complaint)
}

function complaintIn(answer: unknown): string {
  const said = typeof answer === 'object' && answer !== null && 'complaint' in answer ? answer.complaint : ''
  return typeof said === 'string' ? said : ''
}
