import { useEffect } from 'react'
import { placeBeside } from '../../look/place.ts'
import { statusPickerId } from '../list/status-picker.tsx'

/** Opens the choice of the own status beside what was pressed for it: the contact list may be anywhere. */
export function usePickerPlace(): void {
  useEffect(() => {
    const place = (event: Event): void => {
      const picker = event.target
      if (!(picker instanceof HTMLElement) || picker.id !== statusPickerId || !picker.matches(':popover-open')) return
      const pressed = document.activeElement?.closest(`[popovertarget="${statusPickerId}"]`)
      const beside = pressed ?? document.querySelector('.task--start')
      if (beside !== null) placeBeside(picker, beside.getBoundingClientRect())
    }
    // It does not rise from an element to those around it.
    document.addEventListener('toggle', place, true)
    return () => document.removeEventListener('toggle', place, true)
  }, [])
}
