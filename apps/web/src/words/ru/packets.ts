import type { packets as en } from '../en/packets.ts'
import { plural } from '../plural.ts'

export const packets = {
  title: 'Пакеты',
  resent: (count: number): string =>
    plural('ru', { one: '# повтор', few: '# повтора', many: '# повторов', other: '# повтора' })(count),
  pause: 'Пауза',
  save: 'Сохранить эти пакеты',
  saveMasked: 'Без паролей и текстов',
  saveTexts: 'Без паролей',
  close: 'Закрыть пакеты',
  filter: 'Отбор пакетов',
  filterExample: 'name != ack, uin == 204118, слова',
  unfinished: 'В сравнении ещё нет значения, например: bytes > 100',

  time: 'Время',
  direction: 'Направление',
  sent: 'отправлен',
  received: 'получен',
  command: 'Команда',
  number: 'Номер',
  bytes: 'Байт',
  times: (count: number): string =>
    plural('ru', { one: '# раз', few: '# раза', many: '# раз', other: '# раза' })(count),
  waiting: 'ожидание',
  noAck: 'нет',
  ms: (ms: number): string => `${ms} мс`,

  none: 'Здесь появляются пакеты, когда они приходят и уходят. Первый будет не позже чем через две минуты: программа сообщит серверу, что она на связи.',
  noMatch: 'Под этот отбор не подходит ни один пакет.',
  choose: 'Выберите пакет, чтобы увидеть его поля и байты.',
  masked: 'скрыто',
  hex: 'Байты',
  broken: (field: string, offset: number): string => `Не читается начиная с поля ${field}, байт ${offset}.`,
} satisfies typeof en
