import type { packets as en } from '../en/packets.ts'
import { plural } from '../plural.ts'

export const packets = {
  title: 'Пакети',
  resent: (count: number): string =>
    plural('uk', { one: '# повтор', few: '# повтори', many: '# повторів', other: '# повтору' })(count),
  pause: 'Пауза',
  save: 'Зберегти ці пакети',
  saveMasked: 'Без паролів і текстів',
  saveTexts: 'Без паролів',
  close: 'Закрити пакети',
  filter: 'Відбір пакетів',
  filterExample: 'name != ack, uin == 204118, слова',
  unfinished: 'У порівнянні ще немає значення, наприклад: bytes > 100',

  time: 'Час',
  direction: 'Напрямок',
  sent: 'надіслано',
  received: 'отримано',
  command: 'Команда',
  number: 'Номер',
  bytes: 'Байт',
  times: (count: number): string =>
    plural('uk', { one: '# раз', few: '# рази', many: '# разів', other: '# разу' })(count),
  waiting: 'очікування',
  noAck: 'немає',
  ms: (ms: number): string => `${ms} мс`,

  none: 'Тут з’являються пакети, коли вони приходять і йдуть. Перший буде щонайпізніше за дві хвилини: програма повідомить серверу, що вона на зв’язку.',
  noMatch: 'Жоден пакет не відповідає цьому відбору.',
  choose: 'Виберіть пакет, щоб побачити його поля й байти.',
  masked: 'приховано',
  hex: 'Байти',
  broken: (field: string, offset: number): string => `Не читається починаючи з поля ${field}, байт ${offset}.`,
} satisfies typeof en
