import { useWords } from '../words/use-words.ts'

/** The usual end of a dialog: the way out, and the button that does it. */
export function DialogButtons({ yes, isDanger = false, isDisabled = false, onNo }: DialogButtonsProps) {
  const common = useWords('common')
  return (
    <>
      <button type="button" className="btn btn--plain" onClick={onNo}>
        {common.cancel}
      </button>
      <button type="submit" className={isDanger ? 'btn btn--danger' : 'btn btn--go'} disabled={isDisabled}>
        {yes}
      </button>
    </>
  )
}

interface DialogButtonsProps {
  readonly yes: string
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  readonly onNo: () => void
}
