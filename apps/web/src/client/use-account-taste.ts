import type { Settings } from '@seekyou/messenger'
import { useEffect, useRef } from 'react'
import { useWatched } from '../look/use-watched.ts'
import { useDevice, useMessenger } from './contexts.ts'

/** Lets this device look as the account has chosen, here or elsewhere. What the account says nothing about stays as it is. */
export function useAccountTaste(): void {
  const device = useDevice()
  const { theme, nightShift, largeFonts, language } = useWatched(useMessenger().settings)
  const before = useRef<Pick<Settings, 'theme' | 'nightShift' | 'largeFonts' | 'language'>>(unsaid)
  useEffect(() => {
    const now = { theme, nightShift, largeFonts, language }
    const changes = Object.entries(now).filter(([name, value]) => value !== before.current[name as keyof typeof now])
    before.current = now
    if (changes.length > 0) device.changeTaste(Object.fromEntries(changes))
  }, [device, theme, nightShift, largeFonts, language])
}

const unsaid = { theme: 'system', nightShift: false, largeFonts: false, language: '' } as const
