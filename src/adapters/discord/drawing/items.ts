import { ButtonStyle, ComponentType } from 'discord.js'
import type { Action, Answer } from '../../../responder/answer.ts'
import type { ChatWords } from '../../../responder/templates.ts'
import { type ChoiceId, parseChoiceId, placeKey, writeChoiceId } from '../../choice-id.ts'
import { cutLabel } from '../../drawing/cut-label.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { limits } from '../limits.ts'
import { countryLists, passageLists } from './lists.ts'
import type { Button, Item } from './rows.ts'

/** A button of the platform's own under an answer. */
export type Control =
  | { readonly type: 'share' | 'share-named'; readonly document: string; readonly section: string }
  | { readonly type: 'delete'; readonly proof: string }
  /** Shows help lines, under a note that is no answer. */
  | { readonly type: 'help' }

export type ItemOptions = {
  readonly words: ChatWords
  /** Id under which the question is held; without it "this isn't about me" is not drawn. */
  readonly held?: string
  readonly controls?: readonly Control[]
}

/** What can be picked under an answer, in reading order. */
export type Items = {
  /** Everything but the way to help. */
  readonly items: readonly Item[]
  /** The button that leads to help; absent where a list of countries among the items does. */
  readonly help?: Button
  /** The same for a place without the items. */
  readonly helpAlone: Button
}

/** Makes a button or list of everything that can be picked. */
export function itemsOf({ actions, inPublic }: Answer, { words, held, controls = [] }: ItemOptions): Items {
  const support = actions.find((action) => action.type === 'support')
  const helpAlone = support === undefined ? button({ type: 'countries' }, words.pick.country) : supportButton(support)
  const countries = countryLists(actions, words)
  const isHelpListed = support === undefined && countries.length > 0

  const passages = passageLists(actions, words)
  const buttons = actions
    .filter((action) => action !== support && (action.type !== 'passage' || passages.length === 0))
    .flatMap((action) => actionItem(action, held) ?? [])
  // What is for one person alone is never offered to everybody, whatever the caller asks for.
  const allowed = controls.filter(({ type }) => type === 'delete' || inPublic === undefined)
  const items = [...countries, ...passages, ...buttons, ...allowed.map((control) => controlItem(control, words))]
  return {
    items: items.filter(({ component }) => parseChoiceId(component.custom_id) !== undefined),
    ...(isHelpListed ? {} : { help: helpAlone }),
    helpAlone,
  }
}

/** Makes a button; what it looks like says nothing by itself, so all are the same. */
export function button(id: ChoiceId, label: string): Button {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: writeChoiceId(id),
    label: cutLabel(label, limits.maxButtonLabel),
  }
}

/** Makes a button for a control. */
export function controlItem(control: Control, { buttons, pick }: ChatWords): Item {
  if (control.type === 'help') return { purpose: 'help', component: button({ type: 'support' }, pick.help) }
  const label = buttons[control.type]
  if (control.type === 'delete') return { purpose: 'own answer', component: button(control, label) }
  const key = placeKey(control.document, control.section)
  return { purpose: 'sharing', component: button({ type: control.type, key }, label) }
}

function actionItem(action: Action, held: string | undefined): Item | undefined {
  switch (action.type) {
    case 'passage': {
      const key = placeKey(action.document, action.section)
      return { purpose: 'related', component: button({ type: 'passage', key }, action.label) }
    }
    case 'question':
      return {
        purpose: 'related',
        component: button({ type: 'question', text: safeText(action.label).trim() }, action.label),
      }
    case 'topics':
      return { purpose: 'all topics', component: button(action, action.label) }
    case 'not-about-me':
      return held === undefined
        ? undefined
        : { purpose: 'own question', component: button({ type: action.type, held }, action.label) }
    case 'support':
      return { purpose: 'help', component: supportButton(action) }
    case 'country':
      return undefined
  }
}

function supportButton({ countries, label }: Extract<Action, { readonly type: 'support' }>): Button {
  return button({ type: countries === true ? 'countries' : 'support' }, label)
}
