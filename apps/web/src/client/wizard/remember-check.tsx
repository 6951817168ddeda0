import { useWords } from '../../words/use-words.ts'
import { useDevice } from '../contexts.ts'

/** Whether the password is to be kept here. Not drawn where a browser cannot keep it safely. */
export function RememberCheck({
  isOn,
  onChange,
}: {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}) {
  const words = useWords('wizard')
  if (!useDevice().canRemember) return null
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {words.rememberMe}
        <small>{words.rememberHint}</small>
      </span>
    </label>
  )
}
