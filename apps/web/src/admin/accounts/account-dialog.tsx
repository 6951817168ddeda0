import type { ReactNode } from 'react'
import type { Account } from './account.ts'
import { BanDialog } from './ban-dialog.tsx'
import { CreateDialog } from './create-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { ResetDialog } from './reset-dialog.tsx'

/** What is done about an account in a dialog. */
export type What = 'edit' | 'reset' | 'ban' | 'remove'
export type Opened = { readonly what: 'create' } | { readonly what: What; readonly account: Account }

/** The dialog that is open. */
export function AccountDialog({ opened, onClose }: { readonly opened: Opened; onClose(): void }): ReactNode {
  if (opened.what === 'create') return <CreateDialog onClose={onClose} />
  const { what, account } = opened
  if (what === 'reset') return <ResetDialog account={account} onClose={onClose} />
  if (what === 'ban') return <BanDialog account={account} onClose={onClose} />
  if (what === 'remove') return <RemoveDialog account={account} onClose={onClose} />
  return <EditDialog account={account} onClose={onClose} />
}
