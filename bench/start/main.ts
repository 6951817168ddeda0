// How long the real program takes until it says `ready`: `node bench/start/main.ts`. The files have been read before, so that the
// system still has them in its memory.
import { describeMachine, sayMachine } from '@seekyou/node-edge'
import { number, table } from '../table.ts'
import { measureStart, type StartFigures } from './measure-start.ts'
import { readStartOptions } from './options.ts'

const options = readStartOptions(process.argv.slice(2))
const machine = describeMachine()
const say = (what: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what} …`)
}
const figures = await measureStart(options, say)
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')

const row = (name: string, aim: number, start: StartFigures): string[] => [
  name,
  number(start.seconds, 2),
  `< ${aim}`,
  number(start.slowest, 2),
  number(start.cpuSeconds, 2),
  number(start.residentMiB),
]
const content = `${number(options.accounts)} accounts, ${number(options.messages)} stored messages, ${number(options.links)} links`
console.log(
  options.json
    ? JSON.stringify({ machine, options, figures })
    : `${sayMachine(machine)}

medians of ${options.rounds} starts, until the program says that it is ready
${table([
  ['', 'seconds', 'aim', 'slowest', 's of CPU', 'MiB resident'],
  row('an empty folder', 1, figures.empty),
  row(content, 3, figures.full),
  row('the same after a SIGKILL', 3, figures.killed),
])}

the full database takes ${number(figures.databaseMiB)} MiB`,
)
