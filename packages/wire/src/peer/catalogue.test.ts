import { expect, test } from 'vitest'
import type { Schema } from '../kit/index.ts'
import { peerPackets } from './catalogue.ts'
import { strokes } from './strokes.ts'

test.each<[string, Schema]>([...Object.entries<Schema>(peerPackets), ...Object.entries<Schema>(strokes)])(
  '%s is known by its name and comes from a peer',
  (name, schema) => {
    expect(schema).toMatchObject({ name, from: 'peer' })
    expect(schema.summary).toMatch(/^[A-Z].*\.$/)
  },
)
