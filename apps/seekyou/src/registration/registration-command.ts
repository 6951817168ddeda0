import type { RegistrationMode } from '@seekyou/office'
import { Command, InvalidArgumentError } from 'commander'
import { notesOf, options, type StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { addFlags } from '../flags.ts'
import { showRegistration } from './show-registration.ts'

/** `seekyou registration [MODE]`: who may get a number from a client. */
export function registrationCommand(): Command {
  const command = new Command('registration')
    .description('show or choose who may get a number from a client')
    .argument('[MODE]', notesOf('registration').description, parseMode)
    .option('--json', 'one JSON object')
    .action(chooseRegistration)
  return addFlags(command, 'data', 'hashCost')
}

async function chooseRegistration(
  mode: RegistrationMode | undefined,
  config: StoreConfig & { json?: true },
): Promise<void> {
  const registration = await withOffice(config, { create: mode !== undefined }, async (meet) => {
    if (mode !== undefined) await meet('setRegistration', { mode })
    return meet('registration', {})
  })
  console.log(config.json ? JSON.stringify(registration) : showRegistration(registration, mode !== undefined))
}

function parseMode(text: string): RegistrationMode {
  const { data, error } = options.shape.registration.safeParse(text)
  if (error) throw new InvalidArgumentError(error.issues[0]?.message ?? '')
  return data
}
