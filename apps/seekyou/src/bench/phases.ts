/** The parts of a run. */
export type PhaseName = 'login' | 'contact' | 'message' | 'message-rate' | 'presence' | 'churn' | 'idle'

interface Phase {
  /** What one operation is. */
  readonly operation: string
  /** It goes on until it is stopped. The others end when everybody had a turn. */
  readonly lasts: boolean
  /** All that the server does in it is done for its operations, so that its cost can be divided by them. */
  readonly isPure: boolean
  /** For the help. */
  readonly says: string
}

/** Every phase, in the order in which they make sense. */
export const phases: Readonly<Record<PhaseName, Phase>> = {
  login: {
    operation: 'sign-on',
    lasts: false,
    isPure: true,
    says: 'everybody signs on, --abreast at a time, and fetches what is stored; a second login signs them on anew',
  },
  contact: {
    operation: 'list',
    lasts: false,
    isPure: true,
    says: 'everybody announces --contacts others and is told who is here',
  },
  message: {
    operation: 'message',
    lasts: true,
    isPure: true,
    says: 'everybody writes again as soon as the last message was shown and acknowledged',
  },
  'message-rate': {
    operation: 'message',
    lasts: true,
    isPure: true,
    says: '--rate messages a second are offered, whatever becomes of them',
  },
  presence: {
    operation: 'change',
    lasts: true,
    isPure: true,
    says: '--changes of status a second, told to everybody who has announced the user (needs contact before it)',
  },
  churn: {
    operation: 'visit',
    lasts: true,
    isPure: false,
    says: 'a tenth of the users signs off and on again, --visits a second, while the others chat at --rate',
  },
  idle: {
    operation: 'keep-alive',
    lasts: true,
    isPure: true,
    says: 'nothing but --keep-alives a second',
  },
}

export const phaseNames = Object.keys(phases) as PhaseName[]

export const isPhase = (text: string): text is PhaseName => Object.hasOwn(phases, text)
