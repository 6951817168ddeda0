import type { statuses as en } from '../en/statuses.ts'

export const statuses = {
  online: 'В сети',
  freeForChat: 'Готов поболтать',
  away: 'Отошёл',
  notAvailable: 'Недоступен',
  occupied: 'Занят',
  doNotDisturb: 'Не беспокоить',
  invisible: 'Невидимый',
  offline: 'Не в сети',
  pending: 'Ждёт авторизации',
} satisfies typeof en
