import { expect, it } from 'vitest'
import { makePassword } from './password.ts'

it('makes passwords that old clients can send and people can read out', () => {
  const made = Array.from({ length: 50 }, makePassword)
  for (const password of made) expect(password).toMatch(/^[a-hj-km-np-z2-9]{8}$/)
  expect(new Set(made).size).toBe(50)
})
