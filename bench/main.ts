// `npm run bench`: the figures that Seekyou promises, measured in one run beside a bare forwarder and the disk's own speed.
import { measureStorm } from './login-storm/measure-storm.ts'
import { sayStorm } from './login-storm/say-storm.ts'
import { measure } from './measure.ts'
import { readOptions } from './options.ts'
import { profileServer } from './profile.ts'
import { publish } from './publish.ts'
import { sayFigures, sayProfile } from './report.ts'
import { prepareData } from './subjects.ts'

const options = readOptions(process.argv.slice(2))
const show = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}
const say = (what: string): void => show(`${what} …`)

if (options.loginStorm) {
  const figures = await measureStorm(options, say)
  show('')
  console.log(`${await publish(options.out, 'login-storm', figures, options)}\n${sayStorm(figures, options)}`)
} else if (options.profile) {
  const { users, warmup, seconds } = options
  const { data, remove } = await prepareData(users)
  try {
    say('the server under load and under the profiler')
    const slowness = options.profile === 'slow' ? { slowness: 20 } : {}
    const profile = await profileServer(data, { users, warmup, seconds, ...slowness })
    show('')
    console.log(sayProfile(profile))
  } finally {
    await remove()
  }
} else {
  const figures = await measure(options, say)
  show('')
  console.log(`${await publish(options.out, 'bench', figures, options)}\n${sayFigures(figures, options)}`)
}
