/**
 * Puts the chat into a page of another site: behind the script tag that loads this file, or into the element that its
 * `data-into` selects. `data-title` names the chat in the site's language; `data-height` is a height in pixels that stays.
 *
 * The frame may keep its own origin, which its forms need: that is another one than the site's, so that neither reaches into
 * the other. This script hears nothing of the site's page, sets nothing global, and listens to its own frame alone.
 */
{
  /** Pixels. */
  const height = { least: 320, first: 560, most: 900 }

  /** For the chat to speak up: when a frame has loaded, its script has run. */
  const patienceMs = 3_000

  /** Popups are also what links to `tel:` and `sms:` need to open. */
  const powers = ['scripts', 'forms', 'same-origin', 'popups', 'popups-to-escape-sandbox']

  /** @param {HTMLScriptElement} script */
  const createFrame = ({ src, dataset: { title = 'Health questions', height: fixed } }) => {
    const { origin } = new URL(src)
    const frame = document.createElement('iframe')
    frame.title = title
    frame.src = `${origin}/embed`
    frame.referrerPolicy = 'no-referrer'
    frame.loading = 'lazy'
    frame.allow = 'clipboard-write'
    frame.sandbox.add(...powers.map((power) => `allow-${power}`))
    // Property by property, which a content policy without 'unsafe-inline' allows.
    frame.style.display = 'block'
    frame.style.border = '0'
    frame.style.inlineSize = '100%'
    frame.style.blockSize = `${fixed ?? height.first}px`

    const link = document.createElement('a')
    link.href = `${origin}/`
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
    link.textContent = title

    frame.addEventListener('load', () => {
      const { port1: port, port2: theirs } = new MessageChannel()
      // Silent is a frame that was refused, as the site is not among WIDGET_ORIGINS, or not reached. Browsers do not tell,
      // and draw something broken. One that runs this script and not the chat's, from the same server, is not to be expected.
      const silence = setTimeout(() => frame.replaceWith(link), patienceMs)
      port.addEventListener('message', ({ data }) => {
        clearTimeout(silence)
        if (fixed !== undefined || data?.type !== 'pamphlet:height' || !Number.isFinite(data.height)) return
        frame.style.blockSize = `${Math.min(Math.max(data.height, height.least), height.most)}px`
      })
      port.start()
      frame.contentWindow?.postMessage({ type: 'pamphlet:port' }, origin, [theirs])
    })
    return frame
  }

  const { currentScript: script, readyState } = document
  if (script instanceof HTMLScriptElement) {
    const { into } = script.dataset
    const place = () => {
      const frame = createFrame(script)
      if (into === undefined) script.after(frame)
      else document.querySelector(into)?.append(frame)
    }
    // The element may stand further down the page than the script.
    if (into !== undefined && readyState === 'loading')
      document.addEventListener('DOMContentLoaded', place, { once: true })
    else place()
  }
}
