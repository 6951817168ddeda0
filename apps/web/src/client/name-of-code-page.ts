/** Windows-1251, KOI8-R: as people write it. */
export const nameOfCodePage = (name: string): string =>
  name.startsWith('windows') ? name.replace('windows', 'Windows') : name.toUpperCase()
