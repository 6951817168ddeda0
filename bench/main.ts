// `npm run bench`: the figures that Seekyou promises, measured in one run beside a bare forwarder and the disk's own speed.
import { cpuSource } from './cpu-time.ts'
import { measureStorm } from './login-storm/measure-storm.ts'
import { sayStorm } from './login-storm/say-storm.ts'
import { describeMachine } from './machine.ts'
import { measure } from './measure.ts'
import { readOptions } from './options.ts'
import { profileServer } from './profile.ts'
import { sayFigures, sayMachine, sayProfile } from './report.ts'
import { prepareData } from './subjects.ts'

const options = readOptions(process.argv.slice(2))
const machine = describeMachine()
const say = (what: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what} …`)
}
const quiet = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

if (options.loginStorm) {
  const figures = await measureStorm(options, say)
  quiet()
  console.log(
    options.json
      ? JSON.stringify({ machine, cpuSource, options, figures })
      : `${sayMachine(machine)}\nprocessor time: ${cpuSource}\n\n${sayStorm(figures, options)}`,
  )
} else if (options.profile) {
  const { users, warmup, seconds } = options
  const { data, remove } = await prepareData(users)
  try {
    say('the server under load and under the profiler')
    const slowness = options.profile === 'slow' ? { slowness: 20 } : {}
    const profile = await profileServer(data, { users, warmup, seconds, ...slowness })
    quiet()
    console.log(
      options.json
        ? JSON.stringify({ machine, options, ...profile })
        : `${sayMachine(machine)}\n\n${sayProfile(profile)}`,
    )
  } finally {
    await remove()
  }
} else {
  const figures = await measure(options, say)
  quiet()
  console.log(
    options.json
      ? JSON.stringify({ machine, cpuSource, options, figures })
      : `${sayMachine(machine)}\nprocessor time: ${cpuSource}\n\n${sayFigures(figures, options)}`,
  )
}
