export * from './agenda.ts'
export * from './duplicate-window.ts'
export * from './link.ts'
export * from './manners.ts'
