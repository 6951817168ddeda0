import { type ReactNode, type SubmitEvent, useEffect, useId, useRef } from 'react'

/**
 * A question that wants an answer before anything else: open while it is drawn. Escape, a press beside it and whatever calls
 * `onClose` close it; the focus goes back to where it was. With `onSubmit` it is a form, and `foot` holds its buttons.
 */
export function Dialog({ title, foot, isWide = false, onSubmit, onClose, children }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  const inner = (
    <>
      <div className="dialog__body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
      {foot === undefined ? null : <div className="dialog__foot">{foot}</div>}
    </>
  )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, too
    <dialog
      ref={dialog}
      className={isWide ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      {onSubmit === undefined ? (
        <div className="dialog__form">{inner}</div>
      ) : (
        <form
          className="dialog__form"
          onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          {inner}
        </form>
      )}
    </dialog>
  )
}

interface DialogProps {
  readonly title: ReactNode
  /** The buttons, the way out first. */
  readonly foot?: ReactNode
  readonly isWide?: boolean
  readonly onSubmit?: () => void
  readonly onClose: () => void
  readonly children?: ReactNode
}
