/** A drawing of symbols.svg: `i-…` icons, `st-…` statuses, `em-…` emoticons, `mark`. It says nothing by itself: words stand beside it. */
export function Symbol({ name, className = 'icon' }: { readonly name: string; readonly className?: string }) {
  return (
    <svg className={className} aria-hidden="true">
      <use href={`/symbols.svg#${name}`} />
    </svg>
  )
}
