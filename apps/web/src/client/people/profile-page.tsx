import { useMessenger } from '../contexts.ts'
import { useRoute } from '../use-route.ts'
import { OtherProfile } from './other-profile.tsx'
import { OwnProfile } from './own-profile.tsx'
import './people.css'

/** What somebody tells of themselves; of oneself, to be changed. */
export function ProfilePage() {
  const route = useRoute()
  const { uin: own } = useMessenger()
  const uin = route.page === 'profile' ? route.uin : undefined
  return uin === undefined || uin === own ? <OwnProfile /> : <OtherProfile uin={uin} />
}
