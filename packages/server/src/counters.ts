/** What a node has counted since it began. Plain numbers that only grow; names are those of the metrics. */
export class Counters {
  datagramsIn = 0
  datagramsOut = 0
  /** Too short, another version, or a body that cannot be understood. */
  faults = 0
  unknownCommands = 0
  /** Commands of somebody who was not signed on. */
  notSignedOn = 0
  messagesAccepted = 0
  messagesDelivered = 0
  messagesStored = 0
  messagesRefused = 0
  commits = 0
  storeFailures = 0
  /** Dropped because a table or queue was full. */
  overflows = 0
  bugs = 0
}
