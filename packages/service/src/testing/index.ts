// The exam that every store sits, whatever it is made of. It needs no test framework.
export { type Candidate, type Question, storeExam } from './store-exam.ts'
