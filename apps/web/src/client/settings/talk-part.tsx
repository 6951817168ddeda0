import { Switch } from '../../look/switch.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'

/** How conversations behave. */
export function TalkPart() {
  const words = useWords('settings')
  const messenger = useMessenger()
  const { enterSends, emoticons } = useWatched(messenger.settings)
  return (
    <>
      <Switch
        label={words.enterSends}
        hint={words.enterSendsHint}
        isOn={enterSends}
        onChange={(isOn) => messenger.changeSettings({ enterSends: isOn })}
      />
      <Switch
        label={words.emoticons}
        hint={words.emoticonsHint}
        isOn={emoticons}
        onChange={(isOn) => messenger.changeSettings({ emoticons: isOn })}
      />
    </>
  )
}
