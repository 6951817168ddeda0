import { describe, expect, it } from 'vitest'
import { strengthOf } from './strength.ts'

describe('the strength of a password', () => {
  it.each([
    ['tooshort', 'short', 'missing'],
    ['ann-likes-tea-so-much', 'weak', 'name'],
    ['Password2026!', 'weak', 'common'],
    ['aaaaaaaaaaaaaaaa', 'weak', 'repeats'],
    ['abcdefghijklmnop', 'weak', 'repeats'],
    ['kdmwpztvbxqr', 'weak', 'fewKinds'],
    ['kdmw-pztv-bxq', 'good', undefined],
    ['four quiet Owls repair 2 modems', 'strong', undefined],
    ['старый модем поёт ночью 28800', 'strong', undefined],
  ])('of %s is %s', (password, level, because) => {
    const { level: found, because: why } = strengthOf(password, 'ann')
    expect([found, why]).toEqual([level, because])
  })

  it('says how much is missing', () => {
    expect(strengthOf('0123456', '').missing).toBe(5)
  })
})
