// Laws throw the same dice in every run, so that a mutant that survives today survives tomorrow, and the score can be repeated. They
// are asked less often than in ordinary tests, and once broken is enough: the smallest example is of no use here.
import fc from 'fast-check'

fc.configureGlobal({ seed: 1998, numRuns: 30, endOnFailure: true })
