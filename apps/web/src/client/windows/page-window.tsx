import { useMemo } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { type Frame, FrameContext } from '../frame.ts'
import { PacketsDrawer, Page } from '../pages.tsx'
import type { Route } from '../route.ts'
import { RouteContext } from '../use-route.ts'
import { Author, FramePage, TalkMenus } from './frame-parts.tsx'
import { ListWindow } from './list-window.tsx'

/** What a window with a route has inside: a page of the main page, in other clothes. */
export function PageWindow({ route, isFront }: { readonly route: Route; readonly isFront: boolean }) {
  const frame = useMemo<Frame>(() => ({ Page: FramePage, TalkHead: TalkMenus, Author, isFront }), [isFront])
  if (route.page === 'list') {
    return (
      <FrameContext value={frame}>
        <ListWindow />
      </FrameContext>
    )
  }
  return (
    <FrameContext value={frame}>
      <RouteContext value={route}>
        {route.page === 'find' ? (
          <div className="wizard-98__art">
            <Symbol name="mark" className="mark" />
          </div>
        ) : null}
        {route.page === 'packets' ? <PacketsDrawer /> : <Page route={route} />}
      </RouteContext>
    </FrameContext>
  )
}
