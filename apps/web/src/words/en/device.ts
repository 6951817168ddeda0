import { plural } from '../plural.ts'

export const device = {
  newMessage: 'New message',
  sentLink: (description: string): string => (description === '' ? 'A link' : `A link: ${description}`),
  sentContacts: (count: number): string => plural('en', { one: '# contact to add', other: '# contacts to add' })(count),
  authorizationRequested: 'Asks to put you on the contact list',
  added: 'Has put you on the contact list',
  authorizationGranted: 'Allowed you to add them',
  authorizationRefused: 'Refused your request',
}
