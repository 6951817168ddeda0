// Where the machines meet the world, on Node: datagrams, time, chance, password hashes, which addresses are near, and what a
// process uses.
export { now, wall } from './clock.ts'
export { dice } from './dice.ts'
export { type Driver, drive, type Perform } from './drive.ts'
export { describeMachine, type Machine, sayMachine } from './machine.ts'
export { type HashCost, type HasherOptions, newHasher } from './new-hasher.ts'
export { gateways, ownSubnets } from './own-subnets.ts'
export { cpuSource, type ProcessReading, readProcess } from './read-process.ts'
export { CannotListen, openUdp, type UdpCounts, type UdpOptions, type UdpSocket } from './udp.ts'
