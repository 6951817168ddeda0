#!/usr/bin/env node
// Plain JavaScript of any age, so that a Node.js that is too old says so instead of stumbling over the sources.
const needed = 24
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `create-seekyou-bot: this is Node.js ${process.versions.node}, and bots need ${needed} or later: https://nodejs.org`,
  )
  process.exit(1)
}
import('../src/main.ts')
