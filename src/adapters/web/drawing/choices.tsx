import type { Action } from '../../../responder/answer.ts'
import { cutLabel } from '../../drawing/cut-label.ts'
import type { Shown } from '../create-take-step.ts'
import { CarriedFields } from './carried-fields.tsx'
import { CountryForm } from './country-form.tsx'
import { chatAddress, type Drawing } from './drawing.ts'

type ChoicesProps = { readonly shown: Shown; readonly drawing: Drawing }

/** Everything that can be picked under an answer, as buttons that need no script. */
export function Choices({ shown: { answer, asked, carried, explanation }, drawing }: ChoicesProps) {
  const action = chatAddress(drawing)
  const countries = answer.actions.filter((each) => each.type === 'country')
  const buttons = answer.actions.filter((each) => each.type !== 'country')
  const canExplain = asked !== undefined && answer.outcome !== 'urgent' && explanation === undefined

  return (
    <>
      {countries.length > 0 && (
        <CountryForm action={action} countries={countries} carried={carried} drawing={drawing} />
      )}
      <form class="choices" method="post" action={action}>
        <CarriedFields {...carried} />
        {asked !== undefined && <input type="hidden" name="text" value={asked} />}
        {buttons.map((each) => (
          <button type="submit" class={each.type} dir="auto" {...fieldOf(each)}>
            {cutLabel(each.label, maxLabel)}
          </button>
        ))}
        {canExplain && (
          <button type="submit" class="why" name="why" value="1">
            {drawing.words.web.why.button}
          </button>
        )}
      </form>
    </>
  )
}

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
