import type { Recipe, Voice } from './recipe.ts'

/** Next to nothing: where an exponential decay ends. */
const silence = 0.001

/** Schedules a sound from `from` on, in seconds of the context's clock, towards `out`. */
export function perform(recipe: Recipe, context: BaseAudioContext, out: AudioNode, from: number): void {
  for (const voice of recipe) {
    const source = sourceOf(voice, context, from)
    const envelope = envelopeOf(voice, context, from)
    const filter = filterOf(voice, context)
    if (filter === undefined) source.connect(envelope)
    else source.connect(filter).connect(envelope)
    envelope.connect(out)
    source.onended = () => envelope.disconnect()
  }
}

/** Volume and compressor between sounds and `context.destination`. Returns where sounds go. */
export function openStage(context: BaseAudioContext): GainNode {
  const volume = new GainNode(context)
  volume.connect(new DynamicsCompressorNode(context)).connect(context.destination)
  return volume
}

function sourceOf(
  { at, wave, frequency = 440, slide, attack, hold = 0, decay }: Voice,
  context: BaseAudioContext,
  from: number,
) {
  const [start, length] = [from + at, attack + hold + decay]
  const source =
    wave === 'noise'
      ? new AudioBufferSourceNode(context, { buffer: noise(context, length) })
      : new OscillatorNode(context, { type: wave, frequency })
  if (slide !== undefined && source instanceof OscillatorNode) {
    source.frequency.setValueAtTime(frequency, start)
    source.frequency.exponentialRampToValueAtTime(slide.to, start + slide.in)
  }
  source.start(start)
  source.stop(start + length)
  return source
}

function envelopeOf({ at, attack, hold = 0, decay, gain }: Voice, context: BaseAudioContext, from: number): GainNode {
  const node = new GainNode(context, { gain: 0 })
  const start = from + at
  node.gain.setValueAtTime(0, start)
  node.gain.linearRampToValueAtTime(gain, start + attack)
  node.gain.setValueAtTime(gain, start + attack + hold)
  node.gain.exponentialRampToValueAtTime(silence, start + attack + hold + decay)
  return node
}

function filterOf({ filter }: Voice, context: BaseAudioContext): BiquadFilterNode | undefined {
  if (filter === undefined) return undefined
  const { type, frequency, q = 0 } = filter
  return new BiquadFilterNode(context, { type, frequency, Q: q })
}

function noise(context: BaseAudioContext, length: number): AudioBuffer {
  const buffer = new AudioBuffer({ length: Math.ceil(length * context.sampleRate), sampleRate: context.sampleRate })
  const samples = buffer.getChannelData(0)
  for (let at = 0; at < samples.length; at++) samples[at] = Math.random() * 2 - 1
  return buffer
}
