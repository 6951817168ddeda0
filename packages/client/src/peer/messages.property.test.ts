import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ann, bob } from '../testing/fake-server.ts'
import { Town } from '../testing/town.ts'

const via = fc.constantFrom('either', 'either', 'either', 'server', 'peer' as const)
const step = fc.oneof(
  fc.record({ do: fc.constant('say' as const), isAnn: fc.boolean(), via }),
  fc.record({ do: fc.constant('say' as const), isAnn: fc.boolean(), via }),
  fc.record({ do: fc.constantFrom('break', 'halfOpen', 'silent', 'heal', 'deaf', 'move' as const) }),
  fc.record({ do: fc.constant('pass' as const), seconds: fc.constantFrom(1, 20, 40, 70, 1_000) }),
)

test('whatever happens to connections, every message arrives, in order, and its writer is told once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const town = new Town()
      const a = town.add(ann, { outer: 1, inner: 1, contacts: [bob] })
      const b = town.add(bob, { outer: 2, inner: 2, contacts: [ann] })
      a.signOn()
      b.signOn()
      a.news()
      b.news()
      const heal = () => {
        town.isServerDeaf = false
        town.tcp.isHalfOpen = false
        town.tcp.silent.clear()
      }
      let id = 0
      const said: { readonly id: number; readonly isAnn: boolean; readonly via: string }[] = []
      for (const one of steps) {
        if (one.do === 'say') {
          id += 1
          said.push({ id, isAnn: one.isAnn, via: one.via })
          if (one.isAnn) a.send(id, b, `${id}`, { via: one.via })
          else b.send(id, a, `${id}`, { via: one.via })
        } else if (one.do === 'pass') town.pass(one.seconds * 1_000)
        else if (one.do === 'break') town.tcp.breakAll()
        else if (one.do === 'halfOpen') town.tcp.isHalfOpen = true
        else if (one.do === 'silent') town.tcp.silent.add(2)
        else if (one.do === 'deaf') town.isServerDeaf = true
        else if (one.do === 'move') a.give({ kind: 'moved' })
        else heal()
        town.settle()
      }
      heal()
      town.pass(2 * 60 * 60_000)
      for (const [writer, reader] of [
        [a, b],
        [b, a],
      ] as const) {
        const mine = said.filter(({ isAnn }) => isAnn === (writer === a))
        const told = writer.log.flatMap((one) =>
          one.kind === 'messageAccepted' || one.kind === 'messageFailed' || one.kind === 'messageReturned' ? [one] : [],
        )
        expect(told.map(({ id }) => id).sort((x, y) => x - y)).toEqual(mine.map(({ id }) => id))
        for (const one of told) {
          if (one.kind === 'messageFailed') expect(mine.find(({ id }) => id === one.id)?.via).toBe('peer')
        }
        const arrived = reader.log.flatMap((one) =>
          one.kind === 'told' && 'text' in one.news ? [Number(String.fromCharCode(...one.news.text))] : [],
        )
        const first = [...new Set(arrived)]
        for (const { id, via } of mine) if (via !== 'peer') expect(first).toContain(id)
        const inOrder = first.filter((id) => mine.find((one) => one.id === id)?.via !== 'peer')
        expect(inOrder).toEqual([...inOrder].sort((x, y) => x - y))
      }
      expect(town.tcp.connections).toBe(0)
    }),
    { numRuns: 150 },
  )
})
