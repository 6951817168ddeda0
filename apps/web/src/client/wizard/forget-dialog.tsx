import type { Account } from '../../device/contract.ts'
import { Dialog } from '../../look/dialog.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDevice, useSession } from '../contexts.ts'

/** Asks before an account and all that was kept of it are forgotten on this device. */
export function ForgetDialog({ account, onClose, onForgotten }: ForgetDialogProps) {
  const words = useWords('wizard')
  const common = useWords('common')
  const device = useDevice()
  const session = useSession()
  const forget = async (): Promise<void> => {
    onClose()
    const now = session.state.get()
    if (now.at === 'in' && now.account.uin === account.uin) await session.signOut()
    await device.forget(account.uin)
    onForgotten?.()
  }
  return (
    <Dialog
      title={words.forgetTitle(account.nick)}
      onClose={onClose}
      // No form: this dialog is also opened from inside one.
      foot={
        <>
          <button type="button" className="btn btn--plain" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" className="btn btn--danger" onClick={() => void forget()}>
            {words.forgetNow}
          </button>
        </>
      }
    >
      <p>{words.forgetText}</p>
    </Dialog>
  )
}

interface ForgetDialogProps {
  readonly account: Pick<Account, 'uin' | 'nick'>
  readonly onClose: () => void
  readonly onForgotten?: () => void
}
