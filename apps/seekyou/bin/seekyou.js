#!/usr/bin/env node
// Plain JavaScript of any age, so that a Node.js that is too old says so instead of stumbling over the sources.
const needed = 24
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `seekyou: this is Node.js ${process.versions.node}, and Seekyou needs ${needed} or later: https://nodejs.org`,
  )
  process.exit(1)
}
// Warnings about Node's own experiments are not for the people who run a server; all others pass.
const emitWarning = process.emitWarning
process.emitWarning = (warning, ...rest) => {
  const kind = typeof rest[0] === 'object' ? rest[0]?.type : rest[0]
  if (kind !== 'ExperimentalWarning' && warning?.name !== 'ExperimentalWarning') emitWarning(warning, ...rest)
}
import('../src/main.ts')
