import type { Settings } from '@seekyou/messenger'
import { useId } from 'react'
import type { Taste } from '../../device/contract.ts'
import { Switch } from '../../look/switch.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { languageNames } from '../../words/language-names.ts'
import { useWords } from '../../words/use-words.ts'
import { useDevice, useMessenger } from '../contexts.ts'
import { ThemePicture } from './theme-picture.tsx'

/** Theme, fonts, language: for this device, and for the account where it is used first. */
export function LookPart() {
  const words = useWords('settings')
  const device = useDevice()
  const messenger = useMessenger()
  const taste = useWatched(device.taste)
  const { hideOffline } = useWatched(messenger.settings)
  const id = useId()
  const change = (changes: Partial<Taste>): void => {
    device.changeTaste(changes)
    messenger.changeSettings(changes)
  }
  return (
    <>
      <fieldset>
        <legend className="vh">{words.theme}</legend>
        <div className="themes">
          {themes.map((theme) => (
            <label key={theme} className="theme">
              <input type="radio" name="theme" checked={taste.theme === theme} onChange={() => change({ theme })} />
              <ThemePicture theme={theme} />
              <span>{words.themes[theme]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {taste.theme === '1998' ? (
        <Switch
          label={words.nightShift}
          hint={words.nightShiftHint}
          isOn={taste.nightShift}
          onChange={(nightShift) => change({ nightShift })}
        />
      ) : null}
      <Switch
        label={words.largeFonts}
        hint={words.largeFontsHint}
        isOn={taste.largeFonts}
        onChange={(largeFonts) => change({ largeFonts })}
      />
      <div className="set">
        <label htmlFor={id}>{words.language}</label>
        <select
          className="select"
          id={id}
          value={taste.language}
          onChange={(event) => change({ language: event.currentTarget.value as Settings['language'] })}
        >
          <option value="">{words.likeSystem}</option>
          {Object.entries(languageNames).map(([language, name]) => (
            <option key={language} value={language} lang={language}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Switch
        label={words.hideOffline}
        hint={words.hideOfflineHint}
        isOn={hideOffline}
        onChange={(isHidden) => messenger.changeSettings({ hideOffline: isHidden })}
      />
    </>
  )
}

const themes = ['system', 'light', 'dark', '1998'] as const satisfies readonly Settings['theme'][]
