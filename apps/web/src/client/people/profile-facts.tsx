import { hrefOf } from '@seekyou/messenger'
import { Fragment, type ReactNode } from 'react'
import { localeOf, useDates } from '../../words/dates.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { countryName } from './countries.ts'
import { clockThere, timeZoneName } from './time-zones.ts'
import type { KnownProfile } from './use-profile.ts'
import './facts.css'

/** Everything that somebody tells, a line each. Only links to http and https can be followed. */
export function ProfileFacts({ known: { profile, longProfile } }: { readonly known: KnownProfile }) {
  const words = useWords('people')
  const language = useLanguage()
  const dates = useDates()
  if (profile === undefined && longProfile === undefined) return <p className="muted">{words.noDetails}</p>

  const { country, timeZone, age, sex, zip, homepage = '' } = longProfile ?? {}
  const place = [
    longProfile?.city,
    longProfile?.state,
    zip === undefined ? undefined : String(zip),
    country === undefined ? undefined : (countryName(country, language) ?? words.unknownCountry(country)),
  ].filter((part) => part !== undefined && part !== '')
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.nick, profile?.nick],
    [words.name, [profile?.first, profile?.last].filter(Boolean).join(' ')],
    [words.address, profile?.email],
    [words.place, place.join(', ')],
    [
      words.timeThere,
      timeZone === undefined
        ? ''
        : words.timeThereText(
            clockThere(timeZone, new Date(), localeOf(language, navigator.languages)),
            timeZoneName(timeZone),
          ),
    ],
    [words.phone, longProfile?.phone],
    [words.age, age],
    [words.sex, sex === undefined ? '' : typeof sex === 'number' ? words.otherSex(sex) : words[sex]],
    [words.homepage, homepage === '' ? '' : <HomePage key="homepage" written={homepage} />],
    [words.aboutThem, longProfile?.about],
    [
      words.authorization,
      profile === undefined ? '' : profile.needsAuthorization ? words.mustBeAsked : words.mayBeAdded,
    ],
  ]
  const isTold = ([, fact]: (typeof facts)[number]): boolean => fact !== undefined && fact !== ''
  const untold = facts.filter((fact) => !isTold(fact)).map(([label]) => label.toLocaleLowerCase(language))
  return (
    <>
      <dl className="facts">
        {facts.filter(isTold).map(([label, fact]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{fact}</bdi>
            </dd>
          </Fragment>
        ))}
      </dl>
      {untold.length === 0 ? null : <p className="small">{words.notTold(dates.list(untold))}</p>}
    </>
  )
}

/** What is no address of a page stays a text. */
function HomePage({ written }: { readonly written: string }) {
  const link = hrefOf(written) ?? hrefOf(`http://${written}`)
  if (link === undefined) return written
  return (
    <a href={link} target="_blank" rel="noopener noreferrer">
      {written}
    </a>
  )
}
