// What the admin pages say.

import type { admin as en } from '../en/admin.ts'
import { frame } from './admin/frame.ts'
import { people } from './admin/people.ts'
import { upkeep } from './admin/upkeep.ts'

export const admin = { ...frame, ...people, ...upkeep } satisfies typeof en
