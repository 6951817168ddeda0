export * from './needs.ts'
