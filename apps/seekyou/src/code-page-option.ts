import { Option } from 'commander'

/** `--code-page NAME`, the same for every command. Whether there is such a page is found out where it is used. */
export const codePageOption = (description: string): Option =>
  new Option(
    '--code-page <NAME>',
    `${description}${description.endsWith('of') ? '' : ':'} windows-1250 to windows-1258, ibm866, koi8-r or koi8-u`,
  )
