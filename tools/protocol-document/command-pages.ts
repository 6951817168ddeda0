// The pages with every packet: one for each side that speaks.
import type { Schema } from '@seekyou/wire'
import { card } from './card.ts'
import { draw } from './drawing.ts'
import { block, generated, paragraphs, slug } from './markdown.ts'
import { type ClientName, headingOf, pageOf, type Side, schemaNamed, schemasOf } from './names.ts'
import { betweenPeers } from './peers.ts'
import { sent } from './sent.ts'
import { type Served, served } from './served.ts'

/** The text of the page of one side. */
export function commandPage(root: string, side: Side): string {
  const { title, about } = heads[side]
  const cards = schemasOf[side].map((schema) => card(root, schema, tellings[side](schema)))
  return paragraphs([generated, `# ${title}`, ...about, ...cards, side === 'peer' ? strokesDrawn : undefined])
}

/** A link to a packet, from one of the pages (or, with `from` undefined, from the folder of the documents). */
export function linkTo(schema: Schema, from?: Side): string {
  const page = from === schema.from ? '' : from ? pageOf[schema.from].replace('commands/', '') : pageOf[schema.from]
  return `[${headingOf(schema)}](${page}#${slug(headingOf(schema))})`
}

const back = '[All commands](../commands.md) · [flows](../flows.md) · [quirks](../quirks.md)'

const heads: Readonly<Record<Side, { title: string; about: readonly string[] }>> = {
  client: {
    title: 'What a client says',
    about: [
      back,
      'Offsets count from the body, which begins at byte 10 of the datagram, and at byte 6 for `03FC`, `04EC` and `03F2`. Bytes beyond the last field are kept and ignored. Under the bytes of a text stand its length and its letters; `¦` is the byte FE, which divides fields inside a text.',
    ],
  },
  server: {
    title: 'What the server says',
    about: [
      back,
      'Offsets count from the body, which begins at byte 6 of the datagram. Clients ignore what trails behind the fields that they know.',
    ],
  },
  peer: {
    title: 'What clients say to each other',
    about: [
      `${back} · [direct connections](../peer.md)`,
      'Frames on a TCP connection: two bytes of length, which do not count themselves, then the frame, from which the offsets count. What a frame is can be told from its first bytes and from what the connection is for.',
    ],
  },
}

const tellings: Readonly<Record<Side, (schema: Schema) => readonly string[]>> = {
  client(schema) {
    const { answers, others, does }: Served = served[schema.name as ClientName]
    const link = (name: Served['answers'][number]) => linkTo(schemaNamed('server', name), 'client')
    return [
      `**What the server does:** ${does}`,
      [
        answers.length > 0 ? `Answered, after the ACK, by: ${answers.map(link).join(', ')}.` : '',
        others ? `Others may hear: ${others.map(link).join(', ')}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    ]
  },
  server(schema) {
    const asked = schemasOf.client.filter(({ name }) =>
      (served[name as ClientName] as Served).answers.some((answer) => answer === schema.name),
    )
    const links = asked.map((one) => linkTo(one, 'server')).join(', ')
    return [`**Sent:** ${sent[schema.name as keyof typeof sent]}`, links && `Answers: ${links}.`]
  },
  peer: (schema) => [betweenPeers[schema.name as keyof typeof betweenPeers]],
}

const strokesDrawn = paragraphs([
  '## Strokes',
  'After `chatFont` a chat is what two people type, byte for byte, as they type it. Eight bytes are not characters, and some of them have something behind them.',
  block(
    draw([
      { bytes: ['48', '6A'], labels: ['typed', 'Hj'] },
      { bytes: ['08'], labels: ['backspace'] },
      { bytes: ['69'], labels: ['typed', 'i'] },
      { bytes: ['0D'], labels: ['new line'] },
      { bytes: ['07'], labels: ['beep'] },
      { bytes: ['00', 'FF', '00', '00', '00'], labels: ['colour of the text', 'red'] },
      { bytes: ['01', 'FF', 'FF', 'FF', '00'], labels: ['colour behind it', 'white'] },
      {
        bytes: ['10', '06', '00', '41', '72', '69', '61', '6C', '00', '00', '00'],
        labels: ['font', 'Arial, encoding 0'],
      },
      { bytes: ['11', '03', '00', '00', '00'], labels: ['face', 'bold, italic'] },
      { bytes: ['12', '0C', '00', '00', '00'], labels: ['size', '12'] },
    ]),
  ),
  '*Certain*: two programs · [schemas](../../../packages/wire/src/peer/strokes.ts)',
]).trimEnd()
