import { Command } from 'commander'
import { addFlags } from '../flags.ts'
import { addAdministrator, listAdministrators, removeAdministrator, setPassword } from './administrators.ts'
import { showLink } from './show-link.ts'
import { addToken, listTokens, removeToken } from './tokens.ts'

/** `seekyou admin …`: who may administer this server from a browser or a program. */
export function adminCommand(): Command {
  const command = new Command('admin').description('choose who may administer from a browser or a program')
  const sub = (usage: string, description: string, of = command): Command => of.command(usage).description(description)

  sub('link', 'print a link with which one administrator chooses a name and a password, once and within an hour')
    .option('--json', 'one JSON object')
    .action(showLink)
  sub('list', 'show the administrators').option('--json', 'one JSON object a line').action(listAdministrators)
  sub('add', 'add an administrator')
    .argument('<NAME>', 'how to sign in')
    .option('--password <TEXT>', 'at least 12 characters; - reads one line from standard input (default: asks)')
    .action(addAdministrator)
  sub('password', 'give an administrator another password')
    .argument('<NAME>', 'who')
    .option('--password <TEXT>', 'at least 12 characters; - reads one line from standard input (default: asks)')
    .action(setPassword)
  sub('remove', 'remove an administrator; the last one stays').argument('<NAME>', 'who').action(removeAdministrator)

  const token = sub('token', 'let programs do what administrators may')
  sub('add', 'make a token and print it, this once', token).argument('<NAME>', 'what for').action(addToken)
  sub('list', 'show the tokens by name', token).option('--json', 'one JSON object a line').action(listTokens)
  sub('remove', 'withdraw a token', token).argument('<NAME>', 'which').action(removeToken)

  for (const one of [...command.commands.filter((one) => one !== token), ...token.commands]) {
    addFlags(one, 'data', 'hashCost')
  }
  return command
}
