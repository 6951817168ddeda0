// A node in a world of its own, for whoever tests a conversation with a server.
export { Client, type ClientOptions, type Heard } from './client.ts'
export { newForgery } from './forged-sources.ts'
export { MemoryStore } from './memory-store.ts'
export { World, type WorldOptions } from './world.ts'
