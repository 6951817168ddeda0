/** Every limit with the counter that says how often it was reached, in groups. Their words are in `words/…/admin.ts`. */
export const limitGroups = [
  {
    name: 'pace',
    limits: {
      packetsPerSecond: 'packetsDropped',
      messagesBurst: 'messagesDelayed',
      messagesPerSecond: 'messagesDelayed',
      messagesQueue: 'messagesDropped',
      searchesPerMinute: 'requestsDelayed',
      infoRequestsPerMinute: 'requestsDelayed',
      changesPerMinute: 'requestsDelayed',
      requestsQueue: 'requestsDropped',
      presenceEveryMs: 'newsPutOff',
      bytesPerSecond: 'linksStalled',
    },
  },
  {
    name: 'room',
    limits: {
      storedMax: 'refusedFull',
      storedFromOneMax: 'refusedFullOfSender',
      contactsMax: 'contactsIgnored',
      repliesBeforeProof: 'repliesDropped',
    },
  },
  {
    name: 'door',
    limits: {
      strangersPerSecond: 'strangersDropped',
      strangersPerAddress: 'strangersDropped',
      signOnFailures: 'checksIgnored',
      signOnFailureEveryMs: 'checksIgnored',
      registrationsPerAddress: 'registrationsRefused',
      registrationsInAll: 'registrationsRefused',
    },
  },
] as const

/** Every counter of a limit, once. */
export const limitCounters: readonly string[] = [
  ...new Set(limitGroups.flatMap(({ limits }) => Object.values<string>(limits))),
]
