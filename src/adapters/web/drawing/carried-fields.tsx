import type { Carried } from '../parse-form.ts'

/** What a form hands on to the next page, as the server remembers nothing. */
export function CarriedFields({ region = '', card = '' }: Carried) {
  return (
    <>
      <input type="hidden" name="region" value={region} />
      <input type="hidden" name="card" value={card} />
    </>
  )
}
