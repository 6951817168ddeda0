import { Command, Option } from 'commander'
import { parseUin } from '../user/parse-uin.ts'
import { type BenchOptions, parsePhases, parseServer, positive, wholeNumber } from './bench-options.ts'
import { phaseNames, phases } from './phases.ts'

/** `seekyou bench`: loads any version 2 server with any number of clients. */
export function benchCommand(): Command {
  const command = new Command('bench').description('load a version 2 server with many clients, and measure it')
  const option = (flags: string, text: string, parse?: (text: string) => unknown, byDefault?: unknown): void => {
    const made = new Option(flags, text)
    if (parse) made.argParser(parse)
    if (byDefault !== undefined) made.default(byDefault)
    command.addOption(made)
  }
  option('--server <HOST:PORT>', 'the server, any that speaks version 2 over UDP', parseServer)
  option('--pid <PID>', "the server's process on this machine, to read what it uses", wholeNumber(1, 0x7fff_ffff))
  option('--first <UIN>', 'the number of the first user; the others follow', parseUin, 1_000_001)
  option('--users <N>', 'how many', wholeNumber(1, 1_000_000), 100)
  option('--password <TEXT>', 'of all of them', String, 'secret')
  option('--register', 'get new numbers from the server instead; they stay there')
  command.addOption(
    new Option('--phases <LIST>', 'what to do, in this order; a phase may come twice')
      .argParser(parsePhases)
      .default(phaseNames, phaseNames.join(',')),
  )
  option('--seconds <N>', 'how long each phase without an end of its own is measured', positive, 5)
  option('--warmup <N>', 'how long it has run before', positive, 2)
  option('--rate <N>', 'messages a second in message-rate and churn', positive, 1_000)
  option('--contacts <N>', 'how many each announces', wholeNumber(0, 1_000), 20)
  option('--changes <N>', 'changes of status a second (default: a tenth of the users, at most 200)', positive)
  option('--visits <N>', 'in churn, sign-offs a second (default: a hundredth of the users, at most 50)', positive)
  option('--keep-alives <N>', 'keep-alives a second in idle', positive, 2_000)
  option('--abreast <N>', 'how many sign on or announce at a time', wholeNumber(1, 1_000_000), 32)
  option('--slowness <MS>', 'recipients acknowledge so late', wholeNumber(0, 5_000), 0)
  option('--patience <N>', 'seconds until whoever has not been answered is given up', positive, 60)
  command.addOption(
    new Option(
      '--sources <KIND>',
      'addresses: everybody has one of 127.1.0.0 and on; ports: all share one (default: addresses towards loopback)',
    ).choices(['addresses', 'ports']),
  )
  option(
    '--processes <N>',
    'processes that share the users (default: as many as the limit of open files needs; each user is a socket)',
    wholeNumber(1, 64),
  )
  option('--name <TEXT>', 'what the server is called in the report')
  command.addOption(
    new Option(
      '--from <FILE>',
      'show and draw what --json has written, instead of measuring; may be repeated',
    ).argParser((file: string, before: string[] = []) => [...before, file]),
  )
  option('--json <FILE>', 'write the report; - for standard output instead of tables')
  option('--svg <FILE>', 'draw it')
  command.addHelpText('after', help)
  command.action(async (options: BenchOptions) => (await import('./run-bench.ts')).runBench(options))
  return command
}

const help = `
Phases:
${Object.entries(phases)
  .map(([name, { says }]) => `  ${name.padEnd(13)} ${says}`)
  .join('\n')}

Times count from when something was due, not from when it was begun. Each user keeps to the protocol: everything is
acknowledged, commands are sent again every 10 seconds, six times in all, and repetitions of the server are recognised.
Ctrl+C ends the phase, and what was measured is told.

The users must exist. For 100 of them, with the server's --data:
  seq 1000001 1000100 | sed 's/.*/{"uin":&,"password":"secret","nick":"user &"}/' | seekyou user import - --data DIR
Load only servers that you run. Limits slow everything down that has limits (a user's messages to 2 a second): on loopback,
seekyou serve --limits off measures the server itself.
`
