import type { device as en } from '../en/device.ts'
import { plural } from '../plural.ts'

export const device = {
  newMessage: 'Нове повідомлення',
  sentLink: (description: string): string => (description === '' ? 'Посилання' : `Посилання: ${description}`),
  sentContacts: (count: number): string =>
    plural('uk', { one: '# контакт', few: '# контакти', many: '# контактів', other: '# контакту' })(count),
  authorizationRequested: 'Просить дозволу додати вас до списку контактів',
  added: 'Додає вас до списку контактів',
  authorizationGranted: 'Дозволяє вам додати себе до списку',
  authorizationRefused: 'Відповідає на ваш запит відмовою',
} satisfies typeof en
