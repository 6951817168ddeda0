import { channelAck } from './channel-ack.ts'
import { channelCancel } from './channel-cancel.ts'
import { channelInit } from './channel-init.ts'
import { channelMessage } from './channel-message.ts'
import { chatAck } from './chat-ack.ts'
import { chatCancel } from './chat-cancel.ts'
import { chatFont } from './chat-font.ts'
import { chatHello } from './chat-hello.ts'
import { chatRequest } from './chat-request.ts'
import { chatWelcome } from './chat-welcome.ts'
import { fileAck } from './file-ack.ts'
import { fileCancel } from './file-cancel.ts'
import { fileData } from './file-data.ts'
import { fileNext } from './file-next.ts'
import { fileReady } from './file-ready.ts'
import { fileRequest } from './file-request.ts'
import { fileResume } from './file-resume.ts'
import { fileSpeed } from './file-speed.ts'
import { fileStart } from './file-start.ts'
import { fileStop } from './file-stop.ts'

/** The schemas of every frame that peers exchange over TCP, by name (docs/protocol/peer.md). */
export const peerPackets = {
  channelInit,
  channelMessage,
  channelAck,
  channelCancel,
  chatRequest,
  chatAck,
  chatCancel,
  fileRequest,
  fileAck,
  fileCancel,
  chatHello,
  chatWelcome,
  chatFont,
  fileStart,
  fileReady,
  fileNext,
  fileResume,
  fileStop,
  fileSpeed,
  fileData,
} as const
