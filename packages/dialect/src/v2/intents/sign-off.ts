import type { IntentPhrase } from '../phrase.ts'
import { heardInText, textCode } from './text-code.ts'

const wish = 'B_USER_DISCONNECTED'

export const signOff: IntentPhrase<'signOff'> = { hear: [heardInText(wish)], speak: () => textCode(wish) }
