// One node of the network, still pure: addresses and links, the safety of messages, the way of every event.
export { Counters } from './counters.ts'
export type { NodeOptions, NodeOutcome, Note } from './house.ts'
export { type LimitName, type LimitNote, type Limits, limitNotes, limitsOff, limitsOn } from './limits.ts'
export type { LiveLink } from './live-link.ts'
export { Node, type NodeInput } from './node.ts'
