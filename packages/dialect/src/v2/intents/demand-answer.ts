import type { IntentPhrase } from '../phrase.ts'
import { heardInText, textCode } from './text-code.ts'

const wish = 'B_MESSAGE_ACK'

export const demandAnswer: IntentPhrase<'demandAnswer'> = { hear: [heardInText(wish)], speak: () => textCode(wish) }
