import { useEffect } from 'react'
import { useWords } from '../../words/use-words.ts'
import { hrefOf } from '../route.ts'
import { InvitationStep } from './invitation-step.tsx'
import { NoNumbers } from './no-numbers.tsx'
import { NumberStep } from './number-step.tsx'
import { useCard } from './use-card.ts'
import { useRegistration } from './use-registration.ts'
import { WizardFrame } from './wizard-frame.tsx'
import { YouStep } from './you-step.tsx'

/** The wizard that gets a new number: invitation if need be, who you are, your number. */
export function RegisterPage() {
  const words = useWords('wizard')
  const { card, again } = useCard()
  const server = typeof card === 'object' ? card : undefined
  const registration = useRegistration(server)
  const { step, problem, isBusy } = registration
  useEffect(() => {
    document.title = `${words.registerTitle} · Seekyou`
  }, [words])

  const name = server?.name ?? location.hostname
  if (step !== 'number' && (server === undefined || !server.mayRegister)) {
    return <NoNumbers card={card} onAgain={again} />
  }
  return (
    <WizardFrame
      server={name}
      onSubmit={registration.go}
      foot={
        <>
          {step === 'number' || isBusy ? null : (
            <a className="btn btn--plain" href={hrefOf({ page: 'signIn' })}>
              {words.haveNumber}
            </a>
          )}
          {step === 'number' && registration.needsPassword ? (
            <button type="button" className="btn btn--plain" disabled={isBusy} onClick={registration.startOver}>
              {words.anotherNumber}
            </button>
          ) : null}
          <span className="spacer" />
          {step === 'you' && registration.isInvited ? (
            <button type="button" className="btn" disabled={isBusy} onClick={registration.back}>
              {words.back}
            </button>
          ) : null}
          <button type="submit" className="btn btn--go" disabled={isBusy}>
            {step === 'invitation'
              ? words.next
              : step === 'you'
                ? isBusy
                  ? words.giving
                  : words.give
                : isBusy
                  ? words.signingIn
                  : problem === 'notSaved'
                    ? words.goOn
                    : registration.isInvited
                      ? words.startAndChange
                      : words.start}
          </button>
        </>
      }
    >
      {step === 'invitation' ? <InvitationStep name={name} registration={registration} /> : null}
      {step === 'you' ? <YouStep registration={registration} /> : null}
      {step === 'number' ? <NumberStep name={name} registration={registration} /> : null}
    </WizardFrame>
  )
}
