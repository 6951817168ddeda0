import type { Messenger, Notice, SoundName } from '@seekyou/messenger'
import type { Play } from '../sounds/player.ts'

/** Sounds for what happens, unless the user is not to be disturbed. Returns what stops it. */
export function sound({ onNotice, settings, self }: Messenger, play: Play): () => void {
  return onNotice((notice) => {
    const { sounds, volume } = settings.get()
    const { status } = self.get()
    if (status === 'occupied' || status === 'doNotDisturb' || isMuted(notice)) return
    const name = soundOf[notice.what]
    if (sounds[name]) play(name, volume)
  })
}

const soundOf: Readonly<Record<Notice['what'], SoundName>> = {
  message: 'message',
  online: 'online',
  request: 'knock',
  signedOn: 'signOn',
  failed: 'failed',
}

const isMuted = (notice: Notice): boolean => 'person' in notice && notice.person.isMuted
