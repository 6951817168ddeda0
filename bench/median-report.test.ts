import { expect, test } from 'vitest'
import { medianReport } from './median-report.ts'

const round = (perSecond: number, lost: number, server?: object) => ({
  name: 'one',
  phases: [
    {
      phase: 'message',
      perSecond,
      lost,
      counts: { met: 10 },
      curve: [[50, perSecond / 10]],
      ...(server && { server }),
    },
  ],
})

test('what was measured has its median, what was counted its sum', () => {
  expect(medianReport([round(30, 1), round(10, 0), round(20, 2)])).toEqual({
    name: 'one',
    phases: [{ phase: 'message', perSecond: 20, lost: 3, counts: { met: 30 }, curve: [[50, 2]] }],
  })
})

test('what one round could not tell, the rounds do not tell', () => {
  const [phase] = medianReport([
    round(1, 0, { cpuPerOperationUs: 5, cpuSeconds: 1 }),
    round(1, 0, { cpuSeconds: 3 }),
  ]).phases
  expect(phase).toMatchObject({ server: { cpuSeconds: 2 } })
  expect(phase?.server).not.toHaveProperty('cpuPerOperationUs')
})
