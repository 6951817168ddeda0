import { type Flow, hears, remark, says } from '../flow.ts'

/** Messages, and what is said by them. */
export const talking: readonly Flow[] = [
  {
    title: 'A message to somebody who is here',
    about: ['The sender’s ACK means that the message is safe: here, because the recipient’s client has it.'],
    steps: [
      says('sender', 'sendMessage'),
      hears('recipient', 'deliveredMessage'),
      says('recipient', 'ack'),
      hears('sender', 'ack'),
    ],
    notes: [
      'A recipient who does not acknowledge within 40 milliseconds is not waited for: the message goes to the disk, the sender is acknowledged, and the delivery is repeated under the same number, after ten seconds at the earliest. icqlib sends each message six times within a millisecond and is served once.',
    ],
  },
  {
    title: 'A message to somebody who is away',
    about: ['Stored with the time of its arrival, and deleted when the recipient’s client has acknowledged it.'],
    steps: [
      says('sender', 'sendMessage'),
      remark('server', 'written and synced'),
      hears('sender', 'ack'),
      remark('recipient', 'signs on, hours later'),
      says('recipient', 'requestStoredMessages'),
      hears('recipient', 'ack'),
      hears('recipient', 'receiveMessage', 'oldest first, with its time'),
      says('recipient', 'ack', 'now it is deleted'),
      hears('recipient', 'endOfStoredMessages', 'all acknowledged, or 20 seconds later'),
      says('recipient', 'ack'),
      says('recipient', 'confirmStoredMessages'),
      hears('recipient', 'ack'),
    ],
    notes: [
      'Licq gives `0442` the number of the `00E6` that it answers, so duplicates are known by number and command together.',
    ],
  },
  {
    title: 'A message that cannot be delivered',
    about: ['Version 2 has no word for it. The message is acknowledged, and its sender is told by a message.'],
    steps: [
      says('sender', 'sendMessage', 'to a number that nobody has'),
      hears('sender', 'ack'),
      hears('sender', 'deliveredMessage', 'from the system UIN, which says why'),
    ],
    notes: [
      'The same happens when the recipient’s store is full, when a body that cannot be split is too long, and when a sender is too fast for too long. Answers to the system UIN are acknowledged and dropped, so two robots cannot talk each other to death.',
    ],
  },
  {
    title: 'Asking for authorization',
    about: [
      'A matter between clients, carried by messages: the directory says who wants to be asked, and the adding client asks.',
    ],
    steps: [
      says('requester', 'infoRequest'),
      hears('requester', 'infoReply', 'authorization required'),
      says('requester', 'messageToNewUser', 'kind 6, names and a reason'),
      hears('owner', 'deliveredMessage', 'kind 6'),
      says('owner', 'messageToNewUser', 'kind 8 grants, kind 7 refuses'),
      hears('requester', 'deliveredMessage', 'kind 8'),
      says('requester', 'contactList', 'the owner'),
      hears('requester', 'userOnline'),
      hears('requester', 'endOfContacts'),
    ],
    notes: [
      'Licq answers with `0456`, mICQ and icqlib with `010E`; both mean the same. Most clients of the time add without asking. With `--enforce-authorization on` the server shows an owner who wants to be asked only to those whom a kind 8 has allowed, and to those who had named them before the option was switched on. It is off by default: mICQ inverts its own setting.',
    ],
  },
  {
    title: 'Being added',
    about: ['Tells the server about one new contact, and that contact about it.'],
    steps: [
      says('adder', 'addToList'),
      hears('adder', 'ack'),
      hears('adder', 'userOnline', 'if there and to be seen'),
      hears('added', 'deliveredMessage', 'kind 12, with the adder’s names'),
    ],
    notes: [
      'Later clients say kind 12 themselves. Then the server says nothing of its own: the added person hears it once within a minute. Somebody who is away finds it among their stored messages.',
    ],
  },
]
