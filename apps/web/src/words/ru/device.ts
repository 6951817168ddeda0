import type { device as en } from '../en/device.ts'
import { plural } from '../plural.ts'

export const device = {
  newMessage: 'Новое сообщение',
  sentLink: (description: string): string => (description === '' ? 'Ссылка' : `Ссылка: ${description}`),
  sentContacts: (count: number): string =>
    plural('ru', { one: '# контакт', few: '# контакта', many: '# контактов', other: '# контакта' })(count),
  authorizationRequested: 'Просит разрешения добавить вас в список контактов',
  added: 'Добавляет вас в список контактов',
  authorizationGranted: 'Разрешает вам добавить себя в список',
  authorizationRefused: 'Отвечает на ваш запрос отказом',
} satisfies typeof en
