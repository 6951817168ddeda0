import { Field } from '../../look/field.tsx'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { countryChoices, countryName } from './countries.ts'
import { ProfileTextField } from './profile-text-field.tsx'
import { timeZoneHere, timeZoneName, timeZones } from './time-zones.ts'
import type { ProfileForm } from './use-profile-form.ts'

/** Country, clock, age, sex and telephone. Values that are on no list stay as they are until another is chosen. */
export function ProfileChoices({ form }: { readonly form: ProfileForm }) {
  const words = useWords('people')
  const language = useLanguage()
  const { country, timeZone, sex } = form.draft
  const choices = countryChoices(language)
  const here = timeZoneHere(new Date())
  const number = (written: string): number | undefined => (written === '' ? undefined : Number(written))
  return (
    <>
      <div className="cols-2">
        <Field label={words.country}>
          {(tie) => (
            <select
              {...tie}
              className="select"
              value={country ?? ''}
              onChange={(event) => form.change({ country: number(event.currentTarget.value) })}
            >
              <option value="">{words.notSaid}</option>
              {country === undefined || choices.some((choice) => choice.country === country) ? null : (
                <option value={country}>{countryName(country, language) ?? words.unknownCountry(country)}</option>
              )}
              {choices.map((choice) => (
                <option key={choice.country} value={choice.country}>
                  {choice.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.zone}>
          {(tie) => (
            <select
              {...tie}
              className="select"
              value={timeZone ?? ''}
              onChange={(event) => form.change({ timeZone: number(event.currentTarget.value) })}
            >
              <option value="">{words.notSaid}</option>
              {timeZone === undefined || timeZones.includes(timeZone) ? null : (
                <option value={timeZone}>{timeZoneName(timeZone)}</option>
              )}
              {timeZones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone === here ? words.zoneHere(timeZoneName(zone)) : timeZoneName(zone)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="cols-3">
        <ProfileTextField form={form} name="phone" label={words.phone} complete="tel" />
        <ProfileTextField form={form} name="age" label={words.age} complete="off" />
        <Field label={words.sex}>
          {(tie) => (
            <select
              {...tie}
              className="select"
              value={sex ?? ''}
              onChange={(event) => form.change({ sex: sexOf(event.currentTarget.value) })}
            >
              <option value="">{words.notSaid}</option>
              <option value="female">{words.female}</option>
              <option value="male">{words.male}</option>
              {typeof sex === 'number' ? <option value={sex}>{words.otherSex(sex)}</option> : null}
            </select>
          )}
        </Field>
      </div>
    </>
  )
}

const sexOf = (written: string): ProfileForm['draft']['sex'] =>
  written === '' ? undefined : written === 'female' || written === 'male' ? written : Number(written)
