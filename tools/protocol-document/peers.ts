// What each frame between peers is for, in the order of a conversation. Complete, like `served.ts`.
import type { PeerName } from './names.ts'

export const betweenPeers = {
  channelInit:
    'The first frame of every connection, from the side that connected; nothing answers it. Its UIN proves nothing: believe it only from the address that the server has named.',
  channelMessage:
    'A message, or a question for an away text (kinds 1000 to 1004). Answered by `channelAck` under the same sequence.',
  channelAck:
    'Accepts a message at once, with an empty text or the away text. “Occupied” and “do not disturb” mean that it was not shown: the sender may repeat it as urgent or to the contact list.',
  channelCancel: 'Takes a request back, under its sequence.',
  chatRequest: 'Asks for a chat. The answer comes when the other person decides.',
  chatAck: 'Accepts with the port on which the chat is awaited, or refuses with a reason in the text.',
  chatCancel: 'Takes the invitation back.',
  fileRequest: 'Offers files. The name is that of the first, the size that of all together.',
  fileAck: 'Accepts with the port on which the files are awaited, or refuses.',
  fileCancel: 'Takes the offer back before it was accepted; later, the connection is closed instead.',
  chatHello: 'On the new connection, after `channelInit`, from whoever asked for the chat.',
  chatWelcome: 'Answers `chatHello`. It is told from it by its second number, which is no negative one.',
  chatFont: 'Ends the introduction. From here on the bytes are not framed any more: they are strokes.',
  fileStart: 'On the new connection, after `channelInit`, from the sender.',
  fileReady: 'Answers `fileStart`.',
  fileNext: 'Before each file. The last part of the name is all that a receiver should use of it.',
  fileResume: 'Answers `fileNext`: from which byte on the file is wanted.',
  fileData: 'As many as it takes. There is no end mark: the size tells when the file is complete.',
  fileStop: 'Skips a file, or stops.',
  fileSpeed: 'At any time, from either side.',
} as const satisfies Readonly<Record<PeerName, string>>
