// The testing kit: a server in memory, virtual time, no sockets.
export type { Loss, RoadConditions } from '@seekyou/simulator'
export { TestNetwork, type TestNetworkOptions, testNetwork } from './test-network.ts'
export { TestPerson } from './test-person.ts'
export { TestServer, type TestServerOptions } from './test-server.ts'
export type { TestFiles } from './virtual-files.ts'
