// What old clients have room for: a text one byte below each limit, at the limit, and one beyond.
import { type Event, type ExtInfo, emptyExtInfo, emptyInfo, type Info, uin } from '@seekyou/language'
import { isFault, type Schema, serverPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { v2Server } from '../server-dialect.ts'

const ann = uin(1_001)
const letters = (count: number) => new Uint8Array(count).fill(0x61)
const around = (most: number) => [most - 1, most, most + 1]

/** The one datagram that says this, and its fields. */
function told(event: Event, schema: Schema): { length: number; fields: Record<string, Uint8Array> } {
  const [spoken] = v2Server().speak(event, 1, { directVersion: 3 })
  const { datagram } = spoken!
  const fields = schema.decode(datagram, 6)
  if (isFault(fields)) throw new Error(`${event.name} cannot be read`)
  return { length: datagram.length, fields: fields as unknown as Record<string, Uint8Array> }
}

const names = { nick: 20, first: 20, last: 20, email: 63 } satisfies Partial<Record<keyof Info, number>>

test.each(Object.entries(names).flatMap(([field, most]) => around(most).map((length) => ({ field, most, length }))))(
  'of a $field of $length bytes $most are told, to who asks and to who searches',
  ({ field, most, length }) => {
    const info = { ...emptyInfo, [field]: letters(length) }
    for (const [event, schema] of [
      [{ name: 'infoFound', uin: ann, info }, serverPackets.infoReply],
      [{ name: 'userFound', uin: ann, info }, serverPackets.userFound],
    ] as const)
      expect(told(event, schema as Schema).fields[field]).toHaveLength(Math.min(length, most))
  },
)

const profile = { city: 63, state: 5, phone: 30, homepage: 127, about: 449 } satisfies Partial<
  Record<keyof ExtInfo, number>
>
const tell = (extInfo: ExtInfo) =>
  told({ name: 'extInfoFound', uin: ann, extInfo }, serverPackets.extInfoReply as Schema)

test.each(Object.entries(profile).flatMap(([field, most]) => around(most).map((length) => ({ field, most, length }))))(
  'of a $field of $length bytes $most are told',
  ({ field, most, length }) => {
    expect(tell({ ...emptyExtInfo, [field]: letters(length) }).fields[field]).toHaveLength(Math.min(length, most))
  },
)

test.each([511, 512, 513])('what would make a datagram of %i bytes makes one of 512 at the most', (size) => {
  const others = { city: letters(63), homepage: letters(127) }
  const without = tell({ ...emptyExtInfo, ...others }).length
  const { length, fields } = tell({ ...emptyExtInfo, ...others, about: letters(size - without) })
  expect(length).toBe(Math.min(size, 512))
  expect(fields.about).toHaveLength(Math.min(size, 512) - without)
})

test('the longest profile fills 512 bytes, and only the last text gives way', () => {
  const long = letters(2_000)
  const { length, fields } = tell({
    ...emptyExtInfo,
    city: long,
    state: long,
    phone: long,
    homepage: long,
    about: long,
  })
  expect(length).toBe(512)
  expect([fields.city, fields.state, fields.phone, fields.homepage].map((text) => text?.length)).toEqual([63, 5, 30, 127]) // biome-ignore format: one line
})
