import { useState } from 'react'
import { Switch } from '../../look/switch.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useDevice, useMessenger } from '../contexts.ts'

/** Notices of the system. Switching them on asks the browser for permission. */
export function NoticesPart() {
  const words = useWords('settings')
  const messenger = useMessenger()
  const device = useDevice()
  const { notifications, notificationTexts } = useWatched(messenger.settings)
  const [permission, setPermission] = useState(permissionNow)
  const isOn = notifications && permission === 'granted'

  async function switchTo(isWanted: boolean): Promise<void> {
    const isAllowed = isWanted && (await device.allowNotifications())
    setPermission(permissionNow())
    messenger.changeSettings({ notifications: isAllowed })
  }

  const advice =
    permission === undefined
      ? words.unsupported
      : permission === 'denied'
        ? words.denied
        : permission === 'default'
          ? words.notAsked
          : undefined
  return (
    <>
      {advice === undefined ? null : (
        <p className="note" role="status">
          <Symbol name="i-info" />
          <span>{advice}</span>
        </p>
      )}
      <Switch
        label={words.showNotices}
        hint={words.showNoticesHint}
        isOn={isOn}
        isDisabled={permission === undefined || permission === 'denied'}
        onChange={(isWanted) => void switchTo(isWanted)}
      />
      <Switch
        label={words.noticeTexts}
        hint={words.noticeTextsHint}
        isOn={notificationTexts}
        isDisabled={!isOn}
        onChange={(isShown) => messenger.changeSettings({ notificationTexts: isShown })}
      />
    </>
  )
}

/** Undefined: this browser has no notices. */
const permissionNow = (): NotificationPermission | undefined => globalThis.Notification?.permission
