import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Letter, Person } from './testing/person.ts'
import { Storm } from './testing/storm.ts'

const weather = fc.record({
  seed: fc.nat(0xffff_ffff),
  loss: fc.constantFrom(0, 0.05, 0.2, 0.3),
  duplicate: fc.constantFrom(0, 0, 0.2),
  delayMs: fc.constantFrom(1, 50, 800),
  storeMs: fc.constantFrom(0, 10, 500),
  isNarrow: fc.boolean(),
})

/** People come, write, change their status and leave, the store fails now and then; then everything calms down. */
function live(storm: Storm): void {
  const { people, random, weather } = storm
  const someone = (): Person => people[Math.floor(random() * people.length)]!
  // Where datagrams are doubled, an old sign-on from the same port cannot be told from a new one.
  const fromNewPort = (): boolean => weather.duplicate > 0 || random() < 0.5
  let count = 0
  for (let step = 0; step < 80; step++) {
    storm.run(storm.now + random() * (random() < 0.2 ? 30_000 : 300))
    const person = someone()
    const roll = random()
    if (roll < 0.03) storm.store.isDown = !storm.store.isDown
    else if (person.stage === 'away') person.signOn({ fromNewPort: fromNewPort() })
    else if (person.stage === 'coming') continue
    else if (roll < 0.6) for (let burst = random() * 3; burst > 0; burst--) person.write(someone().uin, `${++count}`)
    else if (roll < 0.75) person.changeStatus(random() < 0.5 ? 0 : 1)
    else if (roll < 0.82) person.signOff()
  }
  storm.store.isDown = false
  storm.isCalm = true
  storm.run(storm.now + 200_000)
  for (const person of people) if (person.stage !== 'here') person.signOn({ fromNewPort: true })
  storm.run(storm.now + 300_000)
}

/** Where a letter of `from` was shown for the first time. */
const placeOf = (reader: Person, from: Person, { words }: Letter): number =>
  reader.shown.findIndex((one) => one.from === from.uin && one.words === words)

test('whatever the weather, what was acknowledged is shown, and everyone knows who is here', () => {
  fc.assert(
    fc.property(weather, (weather) => {
      const storm = new Storm(weather, 4)
      live(storm)
      expect(storm.bugs).toEqual([])
      for (const reader of storm.people) {
        for (const writer of storm.people) {
          const letters = writer.acknowledged.filter(({ to }) => to === reader.uin)
          expect(letters.filter((letter) => placeOf(reader, writer, letter) < 0)).toEqual([])
          expect([reader.uin, writer.uin, reader.roster.get(writer.uin)]).toEqual([
            reader.uin,
            writer.uin,
            writer.status,
          ])
        }
      }
      expect(storm.store.messages).toEqual([])
      expect(storm.node.isSettled).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('where nothing is lost, a new message is never shown before an older one of the same sender', () => {
  fc.assert(
    fc.property(weather, (weather) => {
      const storm = new Storm({ ...weather, loss: 0 }, 4)
      live(storm)
      for (const reader of storm.people) {
        for (const writer of storm.people) {
          const letters = writer.acknowledged.filter(({ to }) => to === reader.uin)
          const places = letters.map((letter) => placeOf(reader, writer, letter))
          // Stored messages travel eight at a time and may overtake each other.
          const tooEarly = places.filter((place, index) => place < Math.max(-1, ...places.slice(0, index)))
          expect(tooEarly.filter((place) => !reader.shown[place]!.wasStored)).toEqual([])
        }
      }
    }),
    { numRuns: 200 },
  )
})
