import { type Flow, hears, says } from '../flow.ts'

/** The directory and one's own entry in it. */
export const findingPeople: readonly Flow[] = [
  {
    title: 'Searching',
    about: ['By number, by names, or by e-mail address. Results carry the mark (`subSeq`) of the question.'],
    steps: [
      says('client', 'searchUser', 'mark 5'),
      hears('client', 'ack'),
      hears('client', 'userFound', 'mark 5'),
      says('client', 'ack'),
      hears('client', 'userFound', 'mark 5'),
      says('client', 'ack'),
      hears('client', 'endOfSearch', 'mark 5, more or not'),
    ],
    notes: [
      'At most 40 results, one after another, and the end after the last: Licq closes the search on it. Marks are never interpreted; IsecQ always uses EFFF, or counts downwards. Ten searches a minute are answered at once, more of them wait.',
    ],
  },
  {
    title: 'Reading a profile',
    about: ['Two questions for the two halves of a profile.'],
    steps: [
      says('client', 'infoRequest'),
      hears('client', 'ack'),
      hears('client', 'infoReply'),
      says('client', 'extInfoRequest'),
      hears('client', 'ack'),
      hears('client', 'extInfoReply'),
      says('client', 'infoRequest', 'a number that nobody has'),
      hears('client', 'ack'),
      hears('client', 'invalidUin'),
    ],
    notes: ['IsecQ writes the number of `0460` backwards; see [quirks](quirks.md).'],
  },
  {
    title: 'Changing the profile',
    about: ['Each command has an answer of its own, which leaves when the change is on the disk.'],
    steps: [
      says('client', 'updateInfo', 'mICQ, icqlib'),
      hears('client', 'ack'),
      hears('client', 'updateReply'),
      says('client', 'newUserInfo', 'Licq, for every change'),
      hears('client', 'ack'),
      hears('client', 'newUserReply'),
      says('client', 'updateExtInfo'),
      hears('client', 'ack'),
      hears('client', 'updateExtReply'),
      says('client', 'updateExtInfo', 'the disk is full'),
      hears('client', 'ack'),
      hears('client', 'updateExtFail'),
    ],
  },
  {
    title: 'Changing the password',
    about: ['The link goes on; the next sign-on needs the new one.'],
    steps: [
      says('client', 'changePassword'),
      hears('client', 'ack'),
      hears('client', 'changePasswordReply', 'when it is on the disk'),
    ],
    notes: ['Original clients cut a password after eight characters, here and when they sign on.'],
  },
]
