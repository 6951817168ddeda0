/**
 * Whether a page may open a WebSocket: one that came from here (the host that its browser asks for), or from one of the `allowed`
 * origins (`https://chat.example.org`). Browsers always say from where a page came; whoever says nothing is no browser.
 */
export function mayConnect(origin: string | undefined, host: string | undefined, allowed: readonly string[]): boolean {
  if (origin === undefined) return true
  const parsed = URL.parse(origin)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return false
  return allowed.includes(parsed.origin) || (host !== undefined && isHostOf(parsed, host))
}

/** TLS may end at a proxy, which is asked over HTTP: only host and port are compared, in the page's own scheme. */
function isHostOf({ protocol, host }: URL, asked: string): boolean {
  return URL.parse(`${protocol}//${asked}`)?.host === host
}
