import { cutLabel } from '../../drawing/cut-label.ts'
import type { Carried } from '../parse-form.ts'
import { CarriedFields } from './carried-fields.tsx'
import type { Country, Drawing } from './drawing.ts'

type CountryFormProps = {
  readonly action: string
  readonly countries: readonly Country[]
  /** What stands above the list. */
  readonly label?: string | undefined
  readonly carried: Carried
  readonly drawing: Drawing
}

/** The choice of a country: a form of its own, since a list is sent with every button of its form. */
export function CountryForm({ action, countries, label, carried, drawing: { words } }: CountryFormProps) {
  return (
    <form class="countries" method="post" action={action}>
      <CarriedFields {...carried} />
      <label>
        {label ?? words.web.country.label}
        <select name="country" autocomplete="off" required>
          <option value="">{words.pick.country}</option>
          {countries.map(({ region, label: name }) => (
            <option value={region} selected={region === carried.region}>
              {cutLabel(name, maxLabel)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.web.country.button}</button>
    </form>
  )
}

/** Characters of a country's name, of which the longest in five languages has fewer than 50. */
const maxLabel = 80
