/** Standard input, as far as it is used here. */
type Terminal = {
  readonly isTTY?: boolean
  readonly once: (event: 'data', listener: () => void) => unknown
  readonly pause: () => unknown
  readonly unref: () => unknown
}

export type OfferPageParts = {
  /** Where the page is, such as `http://127.0.0.1:3000`. */
  readonly address: string
  readonly input: Terminal
  readonly tell: (lines: readonly string[]) => void
  /** Starts a browser; rejects where there is none. */
  readonly open?: (address: string) => Promise<void>
}

/** Tells where the page is, and opens it at the press of Enter where somebody sits at a terminal. */
export function offerPage({ address, input, tell, open = openBrowser }: OfferPageParts): void {
  const isAttended = input.isTTY === true
  tell([`The page is at ${address} (Ctrl-C ends the program).`, ...(isAttended ? ['Press Enter to open it.'] : [])])
  if (!isAttended) return

  input.once('data', () => {
    input.pause()
    open(address).catch(() => tell([`No browser could be started; open ${address} yourself.`]))
  })
  // Nobody has to answer for the program to end.
  input.unref()
}

async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open')
  const browser = await open(address)
  await new Promise<void>((resolve, reject) => {
    browser.once('error', reject)
    // What starts is a program that looks for a browser; where it finds one it may stay as long as that does.
    browser.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('No browser was found'))))
  })
}
