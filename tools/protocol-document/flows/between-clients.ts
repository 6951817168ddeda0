import { type Flow, hears, remark, tells } from '../flow.ts'

/** What two clients say to each other without the server. */
export const betweenClients: readonly Flow[] = [
  {
    title: 'A direct message',
    about: [
      'Clients try this first, and send through the server when it fails. The server’s part is to tell the address, if it may.',
    ],
    steps: [
      hears('caller', 'userOnline', 'address and port of the other'),
      tells('caller', 'callee', 'channelInit', 'on a new TCP connection'),
      tells('caller', 'callee', 'channelMessage', 'sequence n'),
      tells('callee', 'caller', 'channelAck', 'sequence n, empty or the away text'),
      tells('callee', 'caller', 'channelMessage', 'the other way, same connection'),
      tells('caller', 'callee', 'channelAck'),
    ],
    notes: [
      'Nothing is repeated on TCP. An answer of “occupied” or “do not disturb” means that the message was not shown. With address 0 and capability 6, as the server tells them by default outside its own networks, clients do not even try.',
    ],
  },
  {
    title: 'A chat',
    about: ['Agreed on the message connection, held on one of its own.'],
    steps: [
      tells('caller', 'callee', 'chatRequest', 'sequence n'),
      remark('callee', 'decides, and listens on a new port'),
      tells('callee', 'caller', 'chatAck', 'sequence n, the port'),
      tells('caller', 'callee', 'channelInit', 'on that port'),
      tells('caller', 'callee', 'chatHello'),
      tells('callee', 'caller', 'chatWelcome'),
      tells('caller', 'callee', 'chatFont'),
      remark('caller,callee', 'from here on every keystroke, unframed, until one side closes'),
    ],
  },
  {
    title: 'Sending files',
    about: ['Agreed on the message connection as well.'],
    steps: [
      tells('sender', 'receiver', 'fileRequest', 'first name, size of all'),
      tells('receiver', 'sender', 'fileAck', 'the port'),
      tells('sender', 'receiver', 'channelInit', 'on that port'),
      tells('sender', 'receiver', 'fileStart'),
      tells('receiver', 'sender', 'fileReady'),
      tells('sender', 'receiver', 'fileNext', 'for each file'),
      tells('receiver', 'sender', 'fileResume', 'from which byte on'),
      tells('sender', 'receiver', 'fileData', 'as often as it takes'),
      remark('sender', 'closes after the last file'),
    ],
    notes: [
      'Before the acceptance `07D0` takes the offer back. A receiver uses the last part of the file’s name only, and believes no total.',
    ],
  },
]
