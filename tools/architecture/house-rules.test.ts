import { expect, test } from 'vitest'
import { houseRules } from './house-rules.ts'
import { readSource } from './source.ts'

const objections = (file: string, text: string) =>
  houseRules(readSource(file, text)).map(({ line, problem, severity }) => `${severity} ${line}: ${problem}`)

test('files are named in kebab-case', () => {
  for (const name of ['send-message.ts', 'link.test.ts', 'link.property.test.ts', 'told.types.ts', 'v2.ts']) {
    expect(objections(`packages/link/src/${name}`, '')).toEqual([])
  }
  expect(objections('packages/link/src/sendMessage.ts', '')).toEqual(['error 1: sendMessage.ts is not in kebab-case'])
  expect(objections('packages/link/src/send_message.ts', '')).toHaveLength(1)
})

test('long files are warned about and very long ones refused; tests may be long', () => {
  const lines = (count: number) => 'const a = 1\n'.repeat(count)
  expect(objections('tools/a.ts', lines(250))).toEqual([])
  expect(objections('tools/a.ts', lines(251))).toEqual(['warning 251: 251 lines'])
  expect(objections('tools/a.ts', lines(400))).toEqual(['warning 400: 400 lines'])
  expect(objections('tools/a.ts', lines(401))).toEqual(['error 401: 401 lines'])
  expect(objections('tools/a.test.ts', lines(401))).toEqual([])
})

test('no path of one machine', () => {
  const home = ['', 'home', 'someone', 'x'].join('/')
  expect(objections('tools/a.ts', `\nopen('${home}')`)).toEqual([`error 2: ${home} exists on one machine only`])
  expect(objections('tools/a.ts', `open(\`${home}/\${1}\`)`)).toHaveLength(1)
  expect(objections('tools/a.ts', `open('/proc/self/fd/3')`)).toEqual([])
})
