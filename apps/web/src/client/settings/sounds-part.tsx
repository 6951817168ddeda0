import type { SoundName } from '@seekyou/messenger'
import { useId } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useDevice, useMessenger } from '../contexts.ts'

/** The volume, and each sound with a way to hear it. */
export function SoundsPart() {
  const words = useWords('settings')
  const messenger = useMessenger()
  const device = useDevice()
  const { sounds, volume } = useWatched(messenger.settings)
  const id = useId()
  return (
    <>
      <div className="set">
        <label htmlFor={`${id}-volume`}>{words.volume}</label>
        <input
          className="range"
          type="range"
          id={`${id}-volume`}
          min="0"
          max="100"
          step="5"
          value={Math.round(volume * 100)}
          aria-valuetext={`${Math.round(volume * 100)} %`}
          onChange={(event) => messenger.changeSettings({ volume: event.currentTarget.valueAsNumber / 100 })}
        />
      </div>
      {soundNames.map((name) => (
        <div className="set" key={name}>
          <label htmlFor={`${id}-${name}`}>
            {words.soundNames[name]}
            <small>{words.soundHints[name]}</small>
          </label>
          <span className="row">
            <button
              type="button"
              className="icon-btn"
              aria-label={words.tryIt(words.soundNames[name])}
              title={words.tryIt(words.soundNames[name])}
              onClick={() => device.play(name, volume)}
            >
              <Symbol name="i-play" />
            </button>
            <input
              className="switch"
              type="checkbox"
              role="switch"
              id={`${id}-${name}`}
              checked={sounds[name]}
              aria-checked={sounds[name]}
              onChange={(event) =>
                messenger.changeSettings({ sounds: { ...sounds, [name]: event.currentTarget.checked } })
              }
            />
          </span>
        </div>
      ))}
      <p className="small">{words.quiet}</p>
    </>
  )
}

const soundNames: readonly SoundName[] = ['message', 'online', 'knock', 'signOn', 'failed']
