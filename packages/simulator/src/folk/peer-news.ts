import type { ClientOutcome, PeerNews } from '@seekyou/client'

const peerNews: ReadonlySet<string> = new Set<PeerNews['kind']>([
  'awayText',
  'chatRequested',
  'chatBegan',
  'stroked',
  'chatEnded',
  'filesOffered',
  'fileBegan',
  'fileProgress',
  'fileEnded',
  'filesEnded',
])

/** Whether the user is told something about away messages, chats or files. */
export const isPeerNews = (outcome: ClientOutcome): outcome is PeerNews => peerNews.has(outcome.kind)
