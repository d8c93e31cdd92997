import type { Phrasing as Part } from '../../../responder/answer.ts'
import { safeText } from '../../drawing/safe-text.ts'
import { safeUrl } from '../../drawing/safe-url.ts'
import { type Drawing, linkTarget } from './drawing.ts'

type PhrasingProps = { readonly parts: readonly Part[]; readonly drawing: Drawing }

/** A run of text; of a link whose address is not safe the words alone. */
export function Phrasing({ parts, drawing }: PhrasingProps) {
  return <>{parts.map((part) => draw(part, drawing))}</>
}

function draw(part: Part, drawing: Drawing) {
  switch (part.type) {
    case 'text':
      return <>{safeText(part.value)}</>
    case 'emphasis':
      return <em>{safeText(part.value)}</em>
    case 'strong':
      return <strong>{safeText(part.value)}</strong>
    case 'link':
      return drawLink(safeText(part.value), safeUrl(part.url), drawing)
    case 'break':
      return <br />
  }
}

function drawLink(words: string, url: string | undefined, drawing: Drawing) {
  if (url === undefined) return <>{words}</>
  return (
    <a href={url} {...linkTarget(drawing)}>
      {words.trim() === '' ? url : words}
    </a>
  )
}
