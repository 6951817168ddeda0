import { PeerStream, type Stroke, StrokeReader, Writer } from '@seekyou/wire'
import type { Dice } from '../dice.ts'
import { demand } from './broken.ts'

/**
 * Sends frames over a connection in pieces of any size, some with a wrong length in front: the same frames must come out
 * as when all arrives at once. Throws Broken.
 */
export function tryStream(frames: readonly Uint8Array[], dice: Dice): void {
  const bytes = connected(frames, dice)
  const whole = new PeerStream()
  whole.push(bytes)
  const wanted = [...framesOf(whole)]
  const stream = new PeerStream()
  const seen: Uint8Array[] = []
  for (const piece of pieces(bytes, dice)) {
    stream.push(piece)
    seen.push(...framesOf(stream))
  }
  demand(seen.length === wanted.length, () => `${seen.length} frames came out of pieces instead of ${wanted.length}`)
  const left = [...seen, stream.rest()]
  for (const [index, frame] of [...wanted, whole.rest()].entries()) {
    demand(isSame(left[index]!, frame), () => `frame ${index + 1} is another one when it comes in pieces`)
  }
}

/** Types bytes into a chat in pieces of any size: the same strokes must come out as when all arrives at once. Throws Broken. */
export function tryStrokes(bytes: Uint8Array, dice: Dice): void {
  const wanted = transcript(new StrokeReader().read(bytes))
  const reader = new StrokeReader()
  const seen = transcript([...pieces(bytes, dice)].flatMap((piece) => reader.read(piece)))
  demand(seen === wanted, () => 'a chat reads another way when it comes in pieces')
}

const writer = new Writer()

function connected(frames: readonly Uint8Array[], dice: Dice): Uint8Array {
  writer.begin()
  for (const frame of frames) {
    writer.u16(dice.chance(0.1) ? Math.max(0, frame.length + dice.pick([-2, -1, 1, 2, 256])) : frame.length)
    writer.bytes(frame)
  }
  return writer.cut()
}

function* framesOf(stream: PeerStream): Iterable<Uint8Array> {
  for (let frame = stream.frame(); frame; frame = stream.frame()) yield frame
}

function* pieces(bytes: Uint8Array, dice: Dice): Iterable<Uint8Array> {
  const most = dice.pick([1, 3, 40, 400])
  // A piece of one byte costs a copy of everything that waits.
  const least = Math.ceil(bytes.length / 200)
  for (let at = 0; at < bytes.length; ) {
    const end = at + Math.max(least, 1 + dice.below(most))
    yield bytes.subarray(at, end)
    at = end
  }
}

/** Typed characters may come in more pieces; what they say is the same. */
function transcript(strokes: readonly Stroke[]): string {
  let text = ''
  for (const stroke of strokes) {
    if (stroke.name === 'typed') text += String.fromCharCode(...stroke.text)
    else text += `<${stroke.name} ${JSON.stringify(Object.values(stroke.value).map(String))}>`
  }
  return text
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])
