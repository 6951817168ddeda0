// The exam that every store sits, whatever it is made of, and a store in plain memory. Neither needs a test framework.
export { type PlainAccount, PlainStore } from './plain-store.ts'
export { type Candidate, type Question, storeExam } from './store-exam.ts'
