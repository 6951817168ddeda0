/** A part of the reference: what belongs together, the most important first. */
export interface Topic {
  readonly name: string
  /** In Markdown, as it is to stand in docs/sdk. */
  readonly words: string
  /** Exports, in the order in which they are shown. */
  readonly exports: readonly string[]
}

const list = (names: string): readonly string[] => names.split(/\s+/).filter(Boolean)

/** Every export of the library stands in exactly one of these. */
export const topics: readonly Topic[] = [
  {
    name: 'Connecting',
    words: 'Coming on line, and being there. The guide tells [how this goes](guide.md#coming-and-going).',
    exports: list(
      'connect ConnectOptions beginConnecting BegunConnecting User UserState StatusName register RegisterOptions Abortable',
    ),
  },
  {
    name: 'Sending',
    words: 'What goes along with a message, and where it waits: see [messages](guide.md#messages).',
    exports: list('SendOptions Sent Recipients Urgency Introduction fileQueue memoryQueue QueueStore QueuedMessage'),
  },
  {
    name: 'People',
    words: 'Lists, searches and profiles: see [people](guide.md#people).',
    exports: list('Contacts Contact PeopleList SearchFor Found FoundUser Profile LongProfile Person NamedContact'),
  },
  {
    name: 'Events',
    words: 'What a user is told, by `on`, `once` and `events`: see [what happens](guide.md#what-happens).',
    exports: list(
      `UserEvent MessageEvent Content Arrived PresenceEvent StateEvent EndOfLink ChatRequestedEvent FilesOfferedEvent UserEventType
      UserEventOf Listener Heard Typed`,
    ),
  },
  {
    name: 'Direct connections',
    words:
      'Chats and files, between two clients without the server: see [direct connections](guide.md#direct-connections).',
    exports: list(
      `Chat ChatEvent ChatLook RequestChatOptions Transfer TransferEvent FileProgress AcceptOptions SendFilesOptions EndOfFiles
      EndOfFile`,
    ),
  },
  {
    name: 'Bots',
    words: 'Handlers, and a user who stays on line: see [bots](bots.md).',
    exports: list(
      `Bot BotOptions StartOptions BotState BotCounters Composer Part Context CommandContext HearsContext Trigger Middleware Next
      session SessionOptions SessionStore memorySessions FloodLimit usualFlood Rate usualPace AnyBot WhoOf TextOf`,
    ),
  },
  {
    name: 'Testing',
    words:
      'From `@seekyou/sdk/testing`: a network in memory, for tests of programs and bots: see [testing](bots.md#testing).',
    exports: list(
      'testNetwork TestNetwork TestNetworkOptions TestPerson TestServer TestServerOptions RoadConditions Loss TestFiles',
    ),
  },
  {
    name: 'Errors',
    words:
      'Everything that this library throws or rejects with, besides the reason of a signal and a `RangeError` for an argument that cannot be meant.',
    exports: list(
      `SeekyouError CannotReach SignOnError SignOnBecause RegistrationError RegistrationBecause SendError SendBecause NoAnswer
      Refused SignedOff ChatError ChatBecause TransferError TransferBecause CannotRead`,
    ),
  },
  {
    name: 'Alphabets and numbers',
    words:
      'What texts, numbers and times are made of: see [alphabets](guide.md#alphabets). A `Uin` is a plain number that was checked: whatever takes one takes any number.',
    exports: list('codePage CodePage CodePageName codePageNames splitText textMax Uin Text Millis WallMillis Ip4'),
  },
  {
    name: 'Other machines',
    words: 'What this library needs of the machine it runs on. Whoever uses Node or a browser needs nothing of this.',
    exports: list(
      'nodeWorld browserWorld World Road Tcp TcpInput TcpOutcome Files FileInput FileOutcome PeerInput PeerOutcome',
    ),
  },
]
