import type { Settings } from './contract.ts'

/** How the program behaves until somebody has chosen. */
export const defaultSettings: Settings = {
  hideOffline: false,
  emoticons: true,
  enterSends: true,
  sounds: { message: true, online: true, knock: true, signOn: false, failed: true },
  volume: 0.6,
  notifications: false,
  notificationTexts: true,
  theme: 'system',
  nightShift: false,
  largeFonts: false,
  language: '',
  groups: [],
  folded: [],
}

/** Settings with those changes that are of the right kind, whoever made them. */
export function withSettings(settings: Settings, changes: Readonly<Record<string, unknown>>): Settings {
  const right = Object.entries(changes).filter(
    ([name, value]) => name in settings && kindOf(value) === kindOf(settings[name as keyof Settings]),
  )
  return { ...settings, ...Object.fromEntries(right) }
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)

/** What is the same on all devices of an account; the rest belongs to the device. */
export type SharedSettings = Pick<
  Settings,
  'hideOffline' | 'emoticons' | 'enterSends' | 'sounds' | 'volume' | 'notificationTexts' | 'groups'
>

export const sharedOf = ({
  hideOffline,
  emoticons,
  enterSends,
  sounds,
  volume,
  notificationTexts,
  groups,
}: Settings): SharedSettings => ({ hideOffline, emoticons, enterSends, sounds, volume, notificationTexts, groups })
