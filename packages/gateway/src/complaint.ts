/** The sentence of a complaint: an error by whose name whoever threw it says that it is for people. Undefined: it is a bug, or trouble of the world. */
export const complaintOf = (error: unknown): string | undefined =>
  error instanceof Error && error.name === 'Complaint' ? error.message : undefined
