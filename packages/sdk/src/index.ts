// ICQ for programs, on Node: `connect`, `register`, bots. Datagrams go over UDP, or over a WebSocket where the server's address is
// one; peers are reached over TCP, and files come from the disk.
import { setDefaultWorld } from './default-world.ts'
import { nodeWorld } from './world/node.ts'

export * from './api.ts'
export { fileQueue } from './sending/file-queue.ts'
export { nodeWorld }

setDefaultWorld(nodeWorld)
