import type { Action } from '../../../responder/answer.ts'
import { cutLabel } from '../../drawing/cut-label.ts'
import type { Carried } from '../parse-form.ts'
import { CarriedFields } from './carried-fields.tsx'
import type { Drawing } from './drawing.ts'

export type Country = Extract<Action, { readonly type: 'country' }>

type CountryFormProps = {
  readonly action: string
  readonly countries: readonly Country[]
  readonly carried: Carried
  readonly drawing: Drawing
}

/** The choice of a country: a form of its own, since a list is sent with every button of its form. */
export function CountryForm({ action, countries, carried, drawing: { words } }: CountryFormProps) {
  return (
    <form class="countries" method="post" action={action}>
      <CarriedFields {...carried} />
      <label>
        {words.web.country.label}
        <select name="country" autocomplete="off">
          <option value="">{words.pick.country}</option>
          {countries.map(({ region, label }) => (
            <option value={region} selected={region === carried.region}>
              {cutLabel(label, maxLabel)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" name="support" value="countries">
        {words.web.country.button}
      </button>
    </form>
  )
}

/** Characters of a country's name, of which the longest in five languages has fewer than 50. */
const maxLabel = 80
