import type { Action } from '../../../responder/answer.ts'
import { cutLabel } from '../../drawing/cut-label.ts'
import type { Shown } from '../create-take-step.ts'
import { CarriedFields } from './carried-fields.tsx'
import { CountryForm } from './country-form.tsx'
import { chatAddress, type Drawing } from './drawing.ts'

type ChoicesProps = { readonly shown: Shown; readonly drawing: Drawing }

/** Everything that can be picked under an answer, as forms that need no script. */
export function Choices({ shown: { answer, asked, carried, explanation }, drawing }: ChoicesProps) {
  const action = chatAddress(drawing)
  const listed = answer.actions.filter((each) => each.type === 'country')
  const toCountries = answer.actions.find(isToCountries)
  // The choice of a country stands under the answer itself, so that nobody needs a step to come to it.
  const countries = listed.length === 0 && toCountries !== undefined ? drawing.countries : listed
  const buttons = answer.actions.filter((each) => each.type !== 'country')
  const canExplain = asked !== undefined && answer.outcome !== 'urgent' && explanation === undefined

  return (
    <>
      {countries.length > 0 && (
        <CountryForm
          action={action}
          countries={countries}
          label={toCountries?.label}
          carried={carried}
          drawing={drawing}
        />
      )}
      <form class="choices" method="post" action={action}>
        <CarriedFields {...carried} />
        {asked !== undefined && <input type="hidden" name="text" value={asked} />}
        {buttons
          .filter((each) => countries.length === 0 || !isToCountries(each))
          .map((each) => (
            <button type="submit" class={classes[each.type]} dir="auto" {...fieldOf(each)}>
              {cutLabel(each.label, maxLabel)}
            </button>
          ))}
        {canExplain && (
          <button type="submit" class="quiet" name="why" value="1">
            {drawing.words.web.why.button}
          </button>
        )}
      </form>
    </>
  )
}

function isToCountries(action: Action): action is Extract<Action, { readonly type: 'support' }> {
  return action.type === 'support' && action.countries === true
}

/** What leads to help is seen first, and what leads away from it last. */
const classes: Readonly<Partial<Record<Action['type'], string>>> = { support: 'to-help', 'not-about-me': 'quiet' }

/** Characters of a button: more than any heading that was ever written well. */
const maxLabel = 200

function fieldOf(action: Exclude<Action, { readonly type: 'country' }>) {
  switch (action.type) {
    case 'passage':
      return { name: 'show', value: `${action.document}/${action.section}` }
    case 'question':
      return { name: 'example', value: action.label }
    case 'topics':
      return { name: 'topics', value: '1' }
    case 'support':
      return { name: 'support', value: action.countries === true ? 'countries' : '1' }
    case 'not-about-me':
      return { name: 'about-other', value: '1' }
  }
}
