import { createContext, use } from 'react'

/** The administrator who is signed in. */
export interface Signed {
  readonly name: string
  signOut(): Promise<void>
}

/** Only inside of the pages. */
export const SignedContext = createContext<Signed>({ name: '', signOut: async () => {} })

export const useSigned = (): Signed => use(SignedContext)
