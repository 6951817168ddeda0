import { type Flow, hears, remark, says } from '../flow.ts'

/** Getting a number, coming on line, and being refused. */
export const signingOn: readonly Flow[] = [
  {
    title: 'Signing on',
    about: [
      'The first packet from a new port. The ACK goes first, then the answer, and nothing else until the answer is acknowledged. What follows comes in an order of each client’s own, so the server expects no order at all.',
    ],
    steps: [
      says('client', 'login', 'number 1'),
      hears('client', 'ack', 'number 1'),
      hears('client', 'loginReply', 'number 0'),
      says('client', 'ack', 'number 0'),
      hears('contact', 'userOnline'),
      says('client', 'contactList'),
      hears('client', 'ack'),
      hears('client', 'userOnline', 'for each who is there'),
      hears('client', 'endOfContacts'),
      says('client', 'invisibleList', 'if not empty'),
      says('client', 'visibleList', 'if not empty'),
      says('client', 'requestStoredMessages'),
      hears('client', 'receiveMessage', 'for each that waited'),
      hears('client', 'endOfStoredMessages'),
      says('client', 'confirmStoredMessages'),
      says('client', 'statusChange', 'some clients'),
    ],
    notes: [
      'mICQ asks for messages before it names its contacts, Licq the other way round; Program D names none, ever; Citadel names them before it has heard whether it is signed on. mICQ and icqlib take `00E6` for the end of signing on, so it is sent even when no message waits. Contacts hear of a user at `03E8`. Of one who signs on invisible only those on the visible list hear, once `06AE` has named them.',
    ],
  },
  {
    title: 'Signing on fails',
    about: [
      'A wrong password and an unknown number look the same, and cost the server the same. There is no link afterwards.',
    ],
    steps: [
      says('client', 'login', 'wrong password'),
      hears('client', 'ack'),
      hears('client', 'badPassword', 'number 0, not repeated'),
      remark('client', 'Licq stays off line, mICQ ends'),
      says('client', 'login', 'the store is away, or two clients fight'),
      hears('client', 'ack'),
      hears('client', 'tryAgain'),
      remark('client', 'mICQ waits five seconds, icqlib signs on again at once'),
    ],
    notes: [
      'Because icqlib tries again without a pause, `00FA` is said at most once a second to one address; silence in between is what slows it down.',
    ],
  },
  {
    title: 'Registering',
    about: ['The first two packets have the short header: the client has no number yet.'],
    steps: [
      says('client', 'openRegistration', 'original client only'),
      hears('client', 'ack'),
      says('client', 'newUserReg', 'the wished password'),
      hears('client', 'ack'),
      hears('client', 'newUserUin'),
      says('client', 'login', 'with the new number'),
      hears('client', 'ack'),
      hears('client', 'loginReply'),
      says('client', 'newUserInfo'),
      hears('client', 'newUserReply'),
      says('client', 'updateExtInfo'),
      hears('client', 'updateExtReply'),
    ],
    notes: [
      'No client acknowledges `0046`; signing on is the acknowledgement, and mICQ does it from another port. If the answer is lost, the same `03FC` within ten minutes gets the same number. A refused registration hears `00FA`. With `--registration invite` the password in the wizard is the code of the invite, and becomes the first password.',
    ],
  },
  {
    title: 'The wizard for people who have a number',
    about: [
      'How an original client of 1997 is set up on a second machine: it checks the password and fetches the profile before it signs on.',
    ],
    steps: [
      says('client', 'openRegistration'),
      hears('client', 'ack'),
      says('client', 'preAuth', 'number and password'),
      hears('client', 'ack'),
      hears('client', 'preAuthReply'),
      says('client', 'extInfoRequest', 'for the same number'),
      hears('client', 'ack'),
      hears('client', 'extInfoReply', 'long texts left out'),
      says('client', 'login'),
      hears('client', 'ack'),
      hears('client', 'loginReply'),
    ],
    notes: [
      'A wrong password is answered with `0064`. There is no link during all of this, so the answer to `046A` is given only to the address that has just proven the password, only about that number, and short enough that nobody can use the server to flood somebody else.',
    ],
  },
]
