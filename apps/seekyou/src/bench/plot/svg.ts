/** What stands in an element: other elements, already written, or a text made with `text`. */
export type Svg = string & { readonly svg?: true }

/** An element with its attributes and what stands in it. Numbers are written to a hundredth. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly Svg[]
): Svg {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(shown(value))}"`)
  const open = `<${name}${written.join('')}`
  return content.length === 0 ? `${open}/>` : `${open}>${content.join('')}</${name}>`
}

/** A text, whatever stands in it. */
export const text = (content: string): Svg => escaped(content)

/** A whole picture with a background of its own, readable on light and on dark pages. `title` is read aloud. */
export function picture(width: number, height: number, title: string, ...content: readonly Svg[]): string {
  const size = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' }
  const ground = element('rect', { class: 'ground', width, height, rx: 8 })
  return `${element('svg', size, element('title', {}, text(title)), element('style', {}, style), ground, ...content)}\n`
}

/** How many series have a colour of their own. */
export const seriesMax = 6

const light = ['#2a78d6', '#eb6834', '#1baf7a', '#8e5bd0', '#c98500', '#d6428a']
const dark = ['#5598e7', '#f08a5d', '#35c48f', '#ad86e4', '#e0a52e', '#e874ab']

const coloured = (colours: readonly string[], ink: string, faint: string, line: string, ground: string): string =>
  `.ground{fill:${ground}}.ink{fill:${ink}}.faint{fill:${faint}}.grid{stroke:${line}}` +
  colours.map((colour, index) => `.f${index}{fill:${colour}}.s${index}{stroke:${colour}}`).join('')

const style =
  'text{font:13px system-ui,sans-serif}.small{font-size:11px}.head{font-weight:600;font-size:15px}' +
  '.grid{stroke-width:1}.curve{fill:none;stroke-width:2;stroke-linejoin:round}' +
  coloured(light, '#0b0b0b', '#5c5b56', '#e1e0d9', '#fcfcfb') +
  `@media (prefers-color-scheme:dark){${coloured(dark, '#f4f4f2', '#a8a79f', '#383835', '#1a1a19')}}`

const shown = (value: string | number): string =>
  typeof value === 'string' ? value : String(Math.round(value * 100) / 100)

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// Control characters other than the three blanks cannot stand in XML at all.
const escaped = (content: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are looked for
  content.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd').replace(/[&<>"]/g, (mark) => marks[mark]!)
