import { expect, test } from 'vitest'
import { Figures } from './figures.ts'

test('shares and quantiles', () => {
  const figures = new Figures()
  expect(figures.shareWithin(1)).toBe(1)
  for (let second = 1; second <= 100; second++) figures.add(second * 1_000 - 50)
  expect(figures.count).toBe(100)
  expect(figures.shareWithin(30_000)).toBe(0.3)
  expect(figures.quantile(0.5)).toBe(50_000)
  expect(figures.quantile(1)).toBe(99_950)
  expect(figures.worst).toBe(99_950)
  figures.add(10_000_000)
  expect(figures.worst).toBe(10_000_000)
})
