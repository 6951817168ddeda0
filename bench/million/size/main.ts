// One size of `bench/million/main.ts`, in a process of its own: prints its figures as one line of JSON.
// `node --expose-gc bench/million/size/main.ts USERS CONTACTS MESSAGES`
import { measureSize } from '../measure-size.ts'

const [users, contacts, messages] = process.argv.slice(2).map(Number) as [number, number, number]
const begun = performance.now()
const say = (what: string): void => {
  const seconds = Math.round((performance.now() - begun) / 1000)
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${users} users: ${what} (${seconds} s)`)
}
const figures = await measureSize({ users, contacts }, messages, say)
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
console.log(JSON.stringify(figures))
