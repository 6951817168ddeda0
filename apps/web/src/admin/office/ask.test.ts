import { describe, expect, it } from 'vitest'
import { wayFor } from './ask.ts'

describe('a request to the office', () => {
  it('has its fields in path and query', () => {
    expect(wayFor('findUsers', { text: 'a b', only: undefined, after: 7 })).toEqual({
      method: 'GET',
      path: '/api/users?text=a+b&after=7',
    })
    expect(wayFor('removeUser', { uin: 1234, now: true })).toEqual({
      method: 'DELETE',
      path: '/api/users/1234?now=true',
    })
    expect(wayFor('removeToken', { name: 'a/b' })).toEqual({ method: 'DELETE', path: '/api/tokens/a%2Fb' })
  })

  it('has in its body what the path does not name', () => {
    expect(wayFor('banUser', { uin: 5, reason: 'spam' })).toEqual({
      method: 'POST',
      path: '/api/users/5/ban',
      body: { reason: 'spam' },
    })
  })
})
