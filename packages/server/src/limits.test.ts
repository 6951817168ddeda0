import { expect, test } from 'vitest'
import { Counters } from './counters.ts'
import { limitNotes, limitsOff, limitsOn } from './limits.ts'

const notes = Object.entries(limitNotes)

test('every limit allows something by default, and is counted when it bites', () => {
  const counters = new Counters()
  for (const [name, { byDefault, least, counter }] of notes) {
    expect([name, byDefault >= Math.max(1, least), counters[counter]]).toEqual([name, true, 0])
  }
})

test('limits are on as noted, or off', () => {
  expect(limitsOn).toEqual(Object.fromEntries(notes.map(([name, { byDefault }]) => [name, byDefault])))
  const { presenceEveryMs, signOnFailureEveryMs, ...amounts } = limitsOff
  expect([presenceEveryMs, signOnFailureEveryMs]).toEqual([0, 0])
  expect(new Set(Object.values(amounts))).toEqual(new Set([Number.MAX_SAFE_INTEGER]))
})

test('the documentation tells the same (npx vitest run packages/server/src/limits.test.ts -u writes it)', async () => {
  const rows = notes.map(
    ([name, { byDefault, meaning, counter }]) => `| ${name} | ${byDefault} | ${meaning} | ${counter} |`,
  )
  await expect(`${introduction}\n${rows.join('\n')}\n\n${explanation}`).toMatchFileSnapshot('../../../docs/limits.md')
})

const introduction = `\
# Limits

What one user, one address or everybody together may ask of a server. \`seekyou limits\` shows the same table; \`seekyou serve --limit NAME=VALUE\`, as
often as needed, sets other values, and so does the environment variable \`SEEKYOU_LIMIT="NAME=VALUE,NAME=VALUE"\`. \`--limits off\` takes all of
them away, for benchmarks on loopback. \`seekyou user set UIN --limits off\` frees one user, such as a bot, from those of pace.
\`seekyou status\` shows how often each has been reached.

| limit | default | what it means | counted as |
| --- | --- | --- | --- |`

const explanation = `\
## What happens beyond

- An acknowledgement is never held back to slow a client down: many send a message once and never again. A message waits in line without one, because it
  would say that the message is safe; it comes as soon as that is true. Everything else is acknowledged at once and answered when its turn comes.
- Messages are whatever goes to somebody else: text and all other kinds, to people on the list or not, and “you were added”. The parts of a
  long text count as one. Somebody's pace outlives their connection, so that signing on again gains nothing.
- What waits when its sender leaves is dropped. It was never acknowledged as a message.
- Acknowledgements, keep-alives and repetitions count against nothing. What exceeds \`packetsPerSecond\` is lost like a datagram on the way.
- A message that the store has no room for is not called lost while it is still under way to a recipient who is only slow.
- While the store is away, messages to people who are here go on. At most 20,000 messages wait in memory for the store; beyond, they are dropped, and
  each sender is told once.
- What leaves for one client may be twice \`bytesPerSecond\` in the first second. The order of packets stays as it is, and nothing is lost.
`
