// The contents page of the one command: what `seekyou` can do, and how it speaks when something is wrong.
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { adminCommand } from './admin/admin-command.ts'
import { auditCommand } from './audit/audit-command.ts'
import { backupCommand } from './backup/backup-command.ts'
import { benchCommand } from './bench/bench-command.ts'
import { broadcastCommand } from './broadcast/broadcast-command.ts'
import { Complaint } from './complaint.ts'
import { strangeVariables } from './flags.ts'
import { inspectCommand } from './inspect/inspect-command.ts'
import { inviteCommand } from './invite/invite-command.ts'
import { limitsCommand } from './limits/limits-command.ts'
import { linksCommand } from './links/links-command.ts'
import { oldClientsCommand } from './old-clients/old-clients-command.ts'
import { registrationCommand } from './registration/registration-command.ts'
import { serveCommand } from './serve/serve-command.ts'
import { statusCommand } from './status/status-command.ts'
import { userCommand } from './user/user-command.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

const program = new Command('seekyou').description('An ICQ network that anyone can run.').version(version, '--version')
for (const command of [
  serveCommand(),
  statusCommand(),
  linksCommand(),
  userCommand(),
  registrationCommand(),
  inviteCommand(),
  broadcastCommand(),
  adminCommand(),
  auditCommand(),
  backupCommand(),
  oldClientsCommand(),
  inspectCommand(),
  limitsCommand(),
  benchCommand(),
]) {
  program.addCommand(command)
}
everywhere(program, (command) =>
  command
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'seekyou: ')) })
    .helpOption('--help', 'show this'),
)

// A reader who has seen enough (`seekyou user list | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

for (const sentence of strangeVariables(process.env)) console.error(`seekyou: warning: ${sentence}`)
try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof Complaint) {
    console.error(`seekyou: ${error.message}`)
    process.exitCode = error.exitCode
  } else {
    console.error('seekyou: a bug in Seekyou itself; please report what follows.', error)
    process.exitCode = 1
  }
}

function everywhere(command: Command, apply: (command: Command) => void): void {
  apply(command)
  for (const one of command.commands) everywhere(one, apply)
}
