// What the main page says: loaded together.
export { common } from './common.ts'
export { list } from './list.ts'
export { statuses } from './statuses.ts'
export { talk } from './talk.ts'
