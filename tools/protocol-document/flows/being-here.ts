import { type Flow, hears, remark, says } from '../flow.ts'

/** Presence, and the life of a link. */
export const beingHere: readonly Flow[] = [
  {
    title: 'Contact lists',
    about: [
      'Lists add up: nothing takes a contact away before the next sign-on. Each list has an end of its own, also an empty one.',
    ],
    steps: [
      says('client', 'contactList', 'the first hundred'),
      hears('client', 'ack'),
      hears('client', 'userOnline', 'each who is there and may be seen'),
      hears('client', 'endOfContacts'),
      says('client', 'contactList', 'the rest'),
      hears('client', 'ack'),
      hears('client', 'endOfContacts', 'nobody of these is there'),
      remark('client', 'later, when somebody is added'),
      says('client', 'contactList', 'just that one'),
      hears('client', 'ack'),
      hears('client', 'userOnline'),
      hears('client', 'endOfContacts'),
    ],
    notes: [
      'Licq splits its list into pieces of a hundred, sends an empty piece when the number is a multiple of that, and counts the ends. mICQ sends the whole list again. icqlib says `053C` instead, and Licq says it if its user wishes; see [being added](#being-added).',
    ],
  },
  {
    title: 'Changing the status',
    about: ['Whoever has the user on their list, and may see them, hears of it.'],
    steps: [
      says('client', 'statusChange', 'away'),
      hears('client', 'ack'),
      hears('contact', 'statusUpdate', 'away'),
      says('contact', 'ack'),
      says('client', 'statusChange', 'online'),
      hears('client', 'ack'),
      hears('contact', 'statusUpdate', 'online, two seconds after the first'),
    ],
    notes: [
      'The first change is told at once. Further ones within two seconds are merged: only the last is told. Going invisible, coming and leaving are never delayed.',
    ],
  },
  {
    title: 'Going invisible',
    about: ['To everybody but the visible list, an invisible user is somebody who has left.'],
    steps: [
      says('client', 'visibleList', 'friend'),
      says('client', 'statusChange', 'invisible'),
      hears('client', 'ack'),
      hears('contact', 'userOffline'),
      hears('friend', 'statusUpdate', 'invisible'),
      says('client', 'statusChange', 'online'),
      hears('contact', 'userOnline'),
      hears('friend', 'statusUpdate', 'online'),
    ],
    notes: [
      'Whoever is on the invisible list sees nothing in either case. Searches and profiles never tell whether somebody is on line.',
    ],
  },
  {
    title: 'Keep-alive',
    about: ['Every two minutes. Any other packet is a sign of life as well.'],
    steps: [
      says('client', 'keepAlive'),
      hears('client', 'ack'),
      says('client', 'keepAlive2', 'mICQ and icqlib, right behind'),
      hears('client', 'ack'),
      hears('client', 'userOnline', 'only what was lost before'),
    ],
    notes: ['A link ends after 400 seconds of silence: three keep-alives and some slack. Contacts then hear `0078`.'],
  },
  {
    title: 'A lost link',
    about: [
      'The server has never heard of this address: its link has ended, or the client’s router has given it another port.',
    ],
    steps: [
      says('client', 'keepAlive', 'number 57'),
      hears('client', 'notConnected', 'number 57, no ACK'),
      remark('client', 'signs on again by itself'),
      says('client', 'login'),
      hears('client', 'ack'),
      hears('client', 'loginReply', 'numbers go on where they ended'),
    ],
    notes: [
      'The number tells Licq which of its packets is meant. mICQ does not forget the numbers that it has seen, so a link that follows a `00F0` within ten minutes goes on with the numbers of the one before. Program D acknowledges `00F0` and does nothing more: its owner has to start it again.',
    ],
  },
  {
    title: 'A replaced link',
    about: ['Signing on from elsewhere with the right password wins: a client that crashed must be able to return.'],
    steps: [
      says('client', 'keepAlive'),
      hears('client', 'ack'),
      says('newcomer', 'login', 'the same number'),
      hears('newcomer', 'ack'),
      hears('client', 'forcedOffline', 'once'),
      hears('newcomer', 'loginReply'),
      remark('client', 'Licq signs on again and wins in turn'),
      says('client', 'login', 'a fourth time within ten minutes'),
      hears('client', 'ack'),
      hears('client', 'tryAgain', 'whoever was thrown out last has to wait'),
    ],
    notes: ['Contacts notice nothing of a replacement unless status or address are others.'],
  },
  {
    title: 'Signing off',
    about: ['The client closes its socket without waiting.'],
    steps: [
      says('client', 'sendTextCode', 'B_USER_DISCONNECTED'),
      hears('client', 'ack', 'once'),
      hears('contact', 'userOffline'),
    ],
    notes: [
      'What was on its way to the user and not acknowledged waits in the store. `B_MESSAGE_ACK` in the same packet is another wish: everything outstanding is sent again at once. From a stranger it is dropped in silence; a goodbye is acknowledged again, by whoever it is said, because a server that died in between has forgotten who it was.',
    ],
  },
]
