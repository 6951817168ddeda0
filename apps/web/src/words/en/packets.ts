import { plural } from '../plural.ts'

export const packets = {
  title: 'Packets',
  resent: (count: number): string => plural('en', { one: '# resent', other: '# resent' })(count),
  pause: 'Pause',
  save: 'Save these packets',
  saveMasked: 'Without passwords and texts',
  saveTexts: 'Without passwords',
  close: 'Close the packets',
  filter: 'Filter packets',
  filterExample: 'name != ack, uin == 204118, words',
  unfinished: 'This comparison has no value yet, for example: bytes > 100',

  time: 'Time',
  direction: 'Direction',
  sent: 'sent',
  received: 'received',
  command: 'Command',
  number: 'Number',
  bytes: 'Bytes',
  times: (count: number): string => plural('en', { one: '# time', other: '# times' })(count),
  waiting: 'waiting',
  noAck: 'none',
  ms: (ms: number): string => `${ms} ms`,

  none: 'Packets appear here as they come and go. The first is due within two minutes: the program tells the server that it is still there.',
  noMatch: 'No packet matches this filter.',
  choose: 'Choose a packet to see its fields and its bytes.',
  masked: 'masked',
  hex: 'Bytes',
  broken: (field: string, offset: number): string => `It cannot be read from ${field} on, at byte ${offset}.`,
}
