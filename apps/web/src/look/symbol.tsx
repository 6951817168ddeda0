import symbols from './symbols.svg'

/** A drawing of symbols.svg: `i-…` icons, `st-…` statuses, `em-…` emoticons, `mark`. It says nothing by itself: words stand beside it. */
export function Symbol({ name, className = 'icon' }: { readonly name: string; readonly className?: string }) {
  return (
    <svg className={className} aria-hidden="true">
      <use href={drawingOf(name)} />
    </svg>
  )
}

/** Where a drawing of symbols.svg is. The file has another name whenever it changes, so that browsers may keep it. */
export const drawingOf = (name: string): string => `${symbols}#${name}`
