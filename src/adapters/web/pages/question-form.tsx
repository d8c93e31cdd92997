import { CarriedFields } from '../drawing/carried-fields.tsx'
import { chatAddress, linkTarget } from '../drawing/drawing.ts'
import type { Site } from './site.ts'

type QuestionFormProps = {
  readonly site: Site
  /** Where topics are found as somebody types: the server does it where there are too many to send. */
  readonly suggest: 'browser' | 'server'
  /** What stands in the box already. */
  readonly typed: string
  /** Whether the box was sent empty. */
  readonly isEmpty: boolean
}

/** The question box. */
export function QuestionForm({ site, suggest, typed, isEmpty }: QuestionFormProps) {
  const { ask, link, menu, script } = site.words.web
  return (
    <form
      id="question"
      method="post"
      action={chatAddress(site)}
      data-unreachable={script.failed}
      data-empty={ask.empty}
      data-found={script.found}
      data-copy={link.copy}
      data-copied={link.copied}
    >
      <CarriedFields {...site.carried} />
      <label class="ask-label" for="ask">
        {ask.label}
      </label>
      <div class="box">
        <div class="field">
          <input
            id="ask"
            name="ask"
            type="text"
            autocomplete="off"
            autocapitalize="sentences"
            spellcheck={true}
            enterkeyhint="send"
            maxlength={6000}
            dir="auto"
            value={typed}
            aria-describedby={isEmpty ? 'empty hint' : 'hint'}
            aria-invalid={isEmpty ? 'true' : undefined}
            autofocus={isEmpty}
            data-suggest={suggest}
          />
          <ul id="suggestions" class="suggestions" aria-label={menu.topics} hidden></ul>
        </div>
        <button type="submit" class="to-ask">
          {ask.button}
        </button>
      </div>
      {isEmpty && (
        <p id="empty" class="note">
          {ask.empty}
        </p>
      )}
      <p class="hint">
        <span id="hint">{ask.hint}</span>
        {site.isFramed && (
          <>
            {' '}
            <a href="/privacy" {...linkTarget(site)}>
              {menu.privacy}
            </a>
          </>
        )}
      </p>
    </form>
  )
}
