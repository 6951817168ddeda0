import type { statuses as en } from '../en/statuses.ts'

export const statuses = {
  online: 'У мережі',
  freeForChat: 'Готовий поговорити',
  away: 'Відійшов',
  notAvailable: 'Недоступний',
  occupied: 'Зайнятий',
  doNotDisturb: 'Не турбувати',
  invisible: 'Невидимий',
  offline: 'Не в мережі',
  pending: 'Чекає на авторизацію',
} satisfies typeof en
