// What may be answered to the questions. Each returns what is wrong, as a sentence, or undefined.

export function checkServer(text: string): string | undefined {
  if (/^[a-z0-9.-]+(:\d{1,5})?$/i.test(text) || /^wss?:\/\/[^\s'"{}\\]+$/i.test(text)) return undefined
  return `${text || 'Nothing'} is no server: write a name, as in icq.example.org:4000.`
}

export function checkUin(text: string): string | undefined {
  if (/^\d{1,10}$/.test(text) && Number(text) >= 1 && Number(text) <= 0xffff_ffff) return undefined
  return `${text || 'Nothing'} is no UIN: write a number from 1 to 4294967295.`
}

export const checkDirectory = (text: string): string | undefined =>
  text.trim() === '' ? 'Write the name of a folder.' : undefined
