import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { accountText } from '../../device/account-text.ts'
import { useMessenger } from '../contexts.ts'
import { hrefOf } from '../route.ts'
import { goTo, useRoute } from '../use-route.ts'
import { type Desk, frontOf, show } from './desk.ts'
import { deskOf, textOf } from './keep-desk.ts'

export type ChangeDesk = (how: (desk: Desk) => Desk) => void

/** The desktop of this account. The address names the window in front: going to an address opens its window, and raising a window changes the address. */
export function useDesk(): readonly [Desk, ChangeDesk] {
  const { uin } = useMessenger()
  const kept = useMemo(() => accountText('windows', uin), [uin])
  const route = useRoute()
  const here = hrefOf(route)
  const [desk, setDesk] = useState(() => show(deskOf(kept.read()), route))
  /** The address that the desktop knows already. */
  const said = useRef(here)
  const now = useRef(desk)

  const set = useCallback((next: Desk) => {
    now.current = next
    setDesk(next)
  }, [])
  useLayoutEffect(() => {
    if (here === said.current) return
    said.current = here
    set(show(now.current, route))
  }, [here, route, set])
  useEffect(() => kept.write(textOf(desk)), [kept, desk])

  const change = useCallback<ChangeDesk>(
    (how) => {
      const next = how(now.current)
      if (next === now.current) return
      set(next)
      const front = frontOf(next)
      if (front !== undefined && front.route === undefined) return
      const to = front?.route ?? ({ page: 'list' } as const)
      if (hrefOf(to) === said.current) return
      said.current = hrefOf(to)
      goTo(to, { replace: true })
    },
    [set],
  )
  return [desk, change]
}
