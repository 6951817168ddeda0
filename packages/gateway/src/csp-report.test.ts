import { expect, test } from 'vitest'
import { cspReportIn } from './csp-report.ts'

test('a report tells what was kept from happening and where, and nothing of people', () => {
  const body = {
    'csp-report': {
      'effective-directive': 'script-src-elem',
      'blocked-uri': 'https://evil.example/x.js?who=ann',
      'source-file': 'https://icq.example.org/assets/client.js?q#ann',
      'line-number': 7,
      'script-sample': 'secret',
    },
  }
  expect(cspReportIn(JSON.stringify(body))).toEqual({
    directive: 'script-src-elem',
    blocked: 'evil.example',
    source: '/assets/client.js:7',
  })
})

test('nothing of a report can be more than a few plain words', () => {
  const body = { 'violated-directive': 'style-src \u001b[31m\n', 'blocked-uri': `inline\n"${'x'.repeat(900)}` }
  expect(cspReportIn(JSON.stringify({ 'csp-report': body }))).toEqual({
    directive: 'style-src',
    blocked: `inline${'x'.repeat(94)}`,
    source: '',
  })
})

test.each(['', '{', '[]', '7', '{"csp-report":7}', '[{"type":"csp-violation","body":{}}]'])('"%s" is none', (text) => {
  expect(cspReportIn(text)).toBeUndefined()
})
