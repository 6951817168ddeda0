// Version 2 has two commands that set the short profile, and answers each with packets of its own. Both mean the same; which one
// was used travels in the mark of the request, above the sixteen bits of a sub-sequence.
const newUser = 0x1_0000

/** The mark of a request that was made with the command for new users. */
export const asNewUser = (subSeq: number): number => subSeq + newUser

export const isAsNewUser = (request: number): boolean => request >= newUser

export const subSeqOf = (request: number): number => request % newUser
