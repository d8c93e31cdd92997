import type { Action, Answer } from '../../../responder/answer.ts'
import type { ChatWords } from '../../../responder/templates.ts'
import { type ChoiceId, parseChoiceId, placeKey, writeChoiceId } from '../../choice-id.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { limits } from '../limits.ts'
import { label } from './label.ts'
import { countryLists, passageLists } from './lists.ts'
import { type Button, buttonItem, type Item } from './rows.ts'

/** A button of the platform's own under an answer. */
export type Control =
  | { readonly type: 'share'; readonly document: string; readonly section: string }
  | { readonly type: 'delete'; readonly proof: string }
  /** Shows help lines, under a note that is no answer. */
  | { readonly type: 'help' }

export type ItemOptions = {
  readonly words: ChatWords
  /** Id under which the question is held; without it "this isn't about me" is not drawn. */
  readonly held?: string
  readonly controls?: readonly Control[]
  /** Passages up to which each is a button. */
  readonly maxPassageButtons?: number
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
export function itemsOf(
  { actions, inPublic }: Answer,
  { words, held, controls = [], maxPassageButtons = limits.maxPassageButtons }: ItemOptions,
): Items {
  const support = actions.find((action) => action.type === 'support')
  const helpAlone = support === undefined ? button({ type: 'countries' }, words.pick.country) : supportButton(support)
  const countries = countryLists(actions, words)
  const isHelpListed = support === undefined && countries.length > 0

  const passages = passageLists(actions, words, maxPassageButtons)
  const buttons = actions
    .filter((action) => action !== support && (action.type !== 'passage' || passages.length === 0))
    .flatMap((action) => actionItem(action, held) ?? [])
  // What is for one person alone is never offered to everybody, whatever the caller asks for.
  const allowed = controls.filter(({ type }) => type !== 'share' || inPublic === undefined)
  const items = [...countries, ...passages, ...buttons, ...allowed.map((control) => controlItem(control, words))]
  const drawable = items.filter(({ id }) => parseChoiceId(id) !== undefined)
  return {
    items: isHelpListed ? drawable : drawable.filter(({ id }) => id !== helpAlone.value),
    ...(isHelpListed ? {} : { help: helpAlone }),
    helpAlone,
  }
}

/** Makes a button; what it looks like says nothing by itself, so all are the same. */
export function button(id: ChoiceId, text: string): Button {
  return { type: 'button', text: label(text, limits.maxButtonLabel), value: writeChoiceId(id) }
}

/** Makes a button for a control. */
export function controlItem(control: Control, { buttons, pick }: ChatWords): Item {
  switch (control.type) {
    case 'help':
      return buttonItem(button({ type: 'support' }, pick.help), 'help')
    case 'delete':
      return buttonItem(button(control, buttons.delete), 'own answer')
    case 'share': {
      const key = placeKey(control.document, control.section)
      return buttonItem(button({ type: 'share', key }, buttons.share), 'sharing')
    }
  }
}

function actionItem(action: Action, held: string | undefined): Item | undefined {
  switch (action.type) {
    case 'passage': {
      const key = placeKey(action.document, action.section)
      return buttonItem(button({ type: 'passage', key }, action.label), 'related')
    }
    case 'question': {
      const text = safeText(action.label).trim()
      return buttonItem(button({ type: 'question', text }, action.label), 'related')
    }
    case 'topics':
      return buttonItem(button({ type: 'topics' }, action.label), 'all topics')
    case 'not-about-me':
      return held === undefined
        ? undefined
        : buttonItem(button({ type: 'not-about-me', held }, action.label), 'own question')
    case 'support':
      return buttonItem(supportButton(action), 'help')
    case 'country':
      return undefined
  }
}

function supportButton({ countries, label: text }: Extract<Action, { readonly type: 'support' }>): Button {
  return button({ type: countries === true ? 'countries' : 'support' }, text)
}
