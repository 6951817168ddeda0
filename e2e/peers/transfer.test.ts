// The 1 GiB of `npm run proof`, in small.
import { expect, test } from 'vitest'
import { proveTransfer } from './prove-transfer.ts'

test('a file of 64 MiB arrives as it was sent, and memory stays flat', { timeout: 120_000 }, async () => {
  const { checks } = await proveTransfer(64)
  expect(checks.filter(({ isTrue }) => !isTrue)).toEqual([])
})
