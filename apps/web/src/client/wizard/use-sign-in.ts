import type { Uin } from '@seekyou/language'
import type { StatusName } from '@seekyou/sdk'
import { useEffect, useState } from 'react'
import type { Account } from '../../device/contract.ts'
import { useDevice, useSession } from '../contexts.ts'
import { routeOf } from '../route.ts'
import type { EntranceTrouble } from '../session.ts'
import { goTo } from '../use-route.ts'
import { readNumber } from './read-number.ts'

/** What is typed to sign in, and how it goes. */
export interface SignIn {
  readonly number: string
  readonly password: string
  readonly status: StatusName
  readonly isRemembered: boolean
  type(changes: Partial<Pick<SignIn, 'number' | 'password' | 'status' | 'isRemembered'>>): void
  /** What is wrong with what was typed. */
  readonly wrong: 'number' | 'password' | undefined
  readonly trouble: { readonly because: EntranceTrouble; readonly uin: Uin } | undefined
  /** How often it was tried: the same trouble again is news. */
  readonly tries: number
  readonly isBusy: boolean
  submit(): void
  /** Takes back what was typed and what went wrong. */
  forget(): void
}

/** `account`: whose password is asked for; undefined: the number is typed, too. */
export function useSignIn(account: Account | undefined): SignIn {
  const device = useDevice()
  const session = useSession()
  const [typed, setTyped] = useState(nothingTyped)
  const [wrong, setWrong] = useState<SignIn['wrong']>()
  const [trouble, setTrouble] = useState<SignIn['trouble']>()
  const [tries, setTries] = useState(0)
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    if (trouble?.because === 'password') document.querySelector<HTMLInputElement>('input[name=password]')?.select()
  }, [trouble])

  async function submit(): Promise<void> {
    if (isBusy) return
    setTrouble(undefined)
    const uin = account?.uin ?? readNumber(typed.number)
    if (uin === undefined) return setWrong('number')
    const isKept = typed.password === '' && account?.isRemembered === true
    const password = isKept ? await device.passwordOf(account.uin) : typed.password
    if (password === undefined || password === '') return setWrong('password')
    setWrong(undefined)
    setBusy(true)
    try {
      const because = await session.signIn({
        uin,
        password,
        status: typed.status,
        isRemembered: typed.isRemembered,
      })
      if (because !== undefined) setTrouble({ because, uin })
      else if (routeOf(location.hash).page === 'signIn') goTo({ page: 'list' }, { replace: true })
    } catch {
      setTrouble({ because: 'other', uin })
    } finally {
      setTries((before) => before + 1)
      setBusy(false)
    }
  }

  return {
    ...typed,
    type: (changes) => {
      setTyped((before) => ({ ...before, ...changes }))
      if ('number' in changes || 'password' in changes) setWrong(undefined)
    },
    wrong,
    trouble,
    tries,
    isBusy,
    submit: () => void submit(),
    forget() {
      setTyped((before) => ({ ...before, password: '' }))
      setWrong(undefined)
      setTrouble(undefined)
    },
  }
}

const nothingTyped: Pick<SignIn, 'number' | 'password' | 'status' | 'isRemembered'> = {
  number: '',
  password: '',
  status: 'online',
  isRemembered: true,
}
