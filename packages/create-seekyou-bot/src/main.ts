// Makes a small project for a bot: `npm create seekyou-bot my-bot`.
import { parseArgs } from 'node:util'
import { askForPlan } from './ask.ts'
import { Complaint, createBot } from './create.ts'

const help = `Usage: npm create seekyou-bot [folder] -- [options]

  --server NAME   where the bot signs on, such as icq.example.org:4000
  --uin NUMBER    its number
  --name NAME     what it is called
  --yes           asks nothing: the usual answers for what is not said
  --help          this text`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: 'string' },
      uin: { type: 'string' },
      name: { type: 'string' },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(help)
  else await make(values, positionals)
} catch (error) {
  const isMisuse = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!(error instanceof Complaint) && !isMisuse) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function make(
  { server, uin, name, yes }: { server?: string; uin?: string; name?: string; yes: boolean },
  [directory, ...more]: readonly string[],
): Promise<void> {
  if (more.length > 0) throw new Complaint(`One folder at a time, please: ${[directory, ...more].join(', ')}.`)
  const isSilent = yes || !process.stdin.isTTY
  const plan = await askForPlan({ directory, server, uin, name }, isSilent)
  for (const file of await createBot(plan)) console.log(`  ${plan.directory}/${file}`)
  console.log(
    `\nNow:\n  cd ${plan.directory}\n  npm install\n  npm test\nThen write the password into .env and say npm start.`,
  )
}
