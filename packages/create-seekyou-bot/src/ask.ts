import { isCancel, text } from '@clack/prompts'
import { checkDirectory, checkServer, checkUin } from './check.ts'
import { Complaint, type Plan } from './create.ts'

/** What was said on the command line. */
export type Said = { readonly [Key in keyof Plan]?: string | undefined }

/** What somebody gets who does not say what they want. */
const usual = { directory: 'my-bot', server: 'localhost:4000', uin: '2000' }

/** Asks for whatever has not been said; with `isSilent` the usual answers are taken instead. Throws `Complaint`. */
export async function askForPlan(said: Said, isSilent: boolean): Promise<Plan> {
  const answer = async (
    given: string | undefined,
    message: string,
    byDefault: string,
    check: (text: string) => string | undefined,
  ): Promise<string> => {
    const wanted = given ?? (isSilent ? byDefault : await ask(message, byDefault, check))
    const problem = check(wanted)
    if (problem) throw new Complaint(problem)
    return wanted
  }
  const directory = await answer(said.directory, 'Folder for the bot', usual.directory, checkDirectory)
  const name = await answer(said.name, 'What is it called?', nameOf(directory), () => undefined)
  const server = await answer(said.server, 'Which server?', usual.server, checkServer)
  const uin = await answer(said.uin, 'Which UIN?', usual.uin, checkUin)
  return { directory, name, server, uin: Number(uin) }
}

async function ask(message: string, byDefault: string, check: (text: string) => string | undefined): Promise<string> {
  const answer = await text({
    message,
    placeholder: byDefault,
    defaultValue: byDefault,
    validate: (given) => (given ? check(given) : undefined),
  })
  if (isCancel(answer)) throw new Complaint('Cancelled: nothing was written.')
  return answer
}

/** The last part of a path. */
const nameOf = (directory: string): string =>
  directory.split(/[\\/]/).findLast((part) => part !== '' && part !== '.') ?? 'bot'
