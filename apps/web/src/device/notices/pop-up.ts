/** What a notification says. */
export interface PopUp {
  /** One at a time for each tag: a new one takes the place of the old. */
  readonly tag: string
  readonly title: string
  readonly body: string
  /** The page that a click on it opens, such as `#/talk/204118`. */
  readonly opens: string
}

/** Shows notifications of the desktop, where the user has allowed them, and takes them away again. */
export interface PopUps {
  show(popUp: PopUp): Promise<void>
  close(tag: string): void
}

export function openPopUps(): PopUps {
  const shown = new Map<string, () => void>()
  return {
    async show({ tag, title, body, opens }) {
      if (globalThis.Notification?.permission !== 'granted') return
      // Its sound is ours.
      const options = { tag, body, icon: '/icons/icon-192.png', silent: true, renotify: true, data: opens }
      try {
        const notification = new Notification(title, options)
        notification.onclick = () => {
          window.focus()
          location.hash = opens
          notification.close()
        }
        shown.set(tag, () => notification.close())
      } catch {
        // COMPAT Chrome on Android lets nobody but the service worker show them.
        await showByServiceWorker(title, options)
        shown.set(tag, () => void closeByServiceWorker(tag))
      }
    },
    close(tag) {
      shown.get(tag)?.()
      shown.delete(tag)
    },
  }
}

async function showByServiceWorker(title: string, options: NotificationOptions): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  await registration?.showNotification(title, options)
}

async function closeByServiceWorker(tag: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  for (const notification of (await registration?.getNotifications({ tag })) ?? []) notification.close()
}
