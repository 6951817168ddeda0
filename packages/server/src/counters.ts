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
  /** Of these, because the recipient's store was full (storedMax). */
  refusedFull = 0
  /** … because it held enough of that sender (storedFromOneMax). */
  refusedFullOfSender = 0
  /** Messages that had to wait for their turn (messagesBurst, messagesPerSecond). */
  messagesDelayed = 0
  /** Messages that were neither delivered nor kept, because too many waited (messagesQueue) or too many were unsafe. */
  messagesDropped = 0
  /** Searches, requests and changes that had to wait (searchesPerMinute, infoRequestsPerMinute, changesPerMinute). */
  requestsDelayed = 0
  /** … that found no place to wait (requestsQueue). */
  requestsDropped = 0
  /** Commands beyond packetsPerSecond, dropped as if the network had lost them. */
  packetsDropped = 0
  /** Clients that were told to sign on anew because they cannot bear higher numbers. */
  startedAgain = 0
  /** Contacts beyond contactsMax. */
  contactsIgnored = 0
  /** News about somebody that had to wait and was merged with what came meanwhile (presenceEveryMs). */
  newsPutOff = 0
  /** How often something had to wait because a client had been sent too much (bytesPerSecond). */
  linksStalled = 0
  commits = 0
  /** Calls that the store could not carry out: commits, which are tried again, and everything else. */
  storeFailures = 0
  /** Dropped because a table or queue was full. */
  overflows = 0
  bugs = 0
  /** Datagrams without a link beyond what is taken in a second. */
  strangersDropped = 0
  /** Answers that would have been more than an unproven address has paid for. */
  repliesUnpaid = 0
  /** Packets for a client that had not proven its address, when too many waited already. */
  repliesDropped = 0
  /** Answers that an address gets once a second at most ("sign on", "try again"), beyond that. */
  answersSpared = 0
  /** Sign-ons and checks of passwords met with silence: too many failures for that number, or too many wait. */
  checksIgnored = 0
  /** Sign-ons of somebody who was replaced and takes the number back again and again. */
  fightsRefused = 0
  /** Registrations beyond what is allowed in ten minutes. */
  registrationsRefused = 0
  /** Commands whose number was far from those before it. */
  farNumbers = 0
  /** Of these, those that had no effect. */
  farNumbersRefused = 0
}
