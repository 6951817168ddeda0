import { Command, InvalidArgumentError } from 'commander'
import { addFlags } from '../flags.ts'
import { addInvite } from './add-invite.ts'
import { parseDuration } from './duration.ts'
import { listInvites } from './list-invites.ts'
import { removeInvite } from './remove-invite.ts'

/** `seekyou invite …`: the codes that let people register while the server's registration is `invite`. */
export function inviteCommand(): Command {
  const command = new Command('invite').description('make and withdraw codes for --registration invite')
  const sub = (usage: string, description: string): Command => command.command(usage).description(description)

  sub('add [CODE]', 'make a code; whoever types it as the password in the registration wizard gets a number')
    .option('--uses <N>', 'for how many registrations', parseUses, 1)
    .option('--expires <TIME>', 'how long it is good: 12h, 7d, 4w (default: for ever)', parseDuration)
    .action(addInvite)
  sub('list', 'show the codes that are still good').option('--json', 'one JSON object a line').action(listInvites)
  sub('remove <CODE>', 'withdraw a code').action(removeInvite)
  for (const one of command.commands) addFlags(one, 'data', 'hashCost')
  return command
}

function parseUses(text: string): number {
  const uses = Number(text)
  if (/^\d{1,6}$/.test(text) && uses > 0) return uses
  throw new InvalidArgumentError('Write a whole number from 1 to 999999.')
}
