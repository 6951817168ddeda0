// What a service worker sees of the world, as far as ours looks: its types and those of a page do not go into one program.

interface Scope {
  readonly location: Location
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: { readonly type: 'window'; readonly includeUncontrolled: boolean }): Promise<readonly Client[]>
    openWindow(url: string): Promise<unknown>
  }
  skipWaiting(): Promise<void>
  addEventListener<Name extends keyof Events>(name: Name, hear: (event: Events[Name]) => void): void
}

interface Client {
  postMessage(message: unknown): void
  focus(): Promise<unknown>
}

interface Lasting {
  /** The worker lives until this is settled. */
  waitUntil(work: Promise<unknown>): void
}

interface Events {
  readonly install: Lasting
  readonly activate: Lasting
  readonly fetch: { readonly request: Request; respondWith(response: Promise<Response>): void }
  readonly message: { readonly data: unknown }
  readonly notificationclick: Lasting & { readonly notification: { readonly data: unknown; close(): void } }
}

export const scope = globalThis as unknown as Scope
