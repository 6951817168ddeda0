import { Command } from 'commander'
import { type Config, type OptionName, options } from '../config.ts'
import { addFlags, chosenOptions } from '../flags.ts'

/** `seekyou serve`: the server, with every option there is. */
export function serveCommand(): Command {
  const command = new Command('serve').description('run the server until Ctrl+C')
  const names = Object.keys(options.shape) as OptionName[]
  return addFlags(command, ...names).action(async () => {
    const isRegistrationFixed = command.getOptionValueSource('registration') !== 'default'
    await (await import('./serve.ts')).serve({ ...chosenOptions<Config>(command), isRegistrationFixed })
  })
}
