// Everything that talks to the server, in a chunk of its own.
import { openMessenger } from '@seekyou/messenger'
import { browserWorld } from '@seekyou/sdk'
import type { Engine } from './open-session.ts'

export const engine: Engine = { openMessenger, world: browserWorld() }
