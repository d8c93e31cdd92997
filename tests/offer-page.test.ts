import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type OfferPageParts, offerPage } from '../src/offer-page.ts'
import { until } from './adapters/until.ts'

function offer({ isAttended, open = async () => {} }: { isAttended: boolean; open?: OfferPageParts['open'] }) {
  const input = Object.assign(new PassThrough(), { isTTY: isAttended, unref: () => {} })
  const told: string[] = []
  offerPage({ address: 'http://127.0.0.1:3000', input, tell: (lines) => told.push(...lines), open })
  return { input, told }
}

describe('offerPage()', () => {
  it('tells the address, and offers nothing where nobody sits', () => {
    const { input, told } = offer({ isAttended: false })

    expect(told).toEqual(['The page is at http://127.0.0.1:3000 (Ctrl-C ends the program).'])
    expect(input.listenerCount('data')).toBe(0)
  })

  it('opens the page once Enter is pressed at a terminal, and once only', async () => {
    const opened: string[] = []
    const { input, told } = offer({
      isAttended: true,
      open: async (address) => {
        opened.push(address)
      },
    })
    expect(told).toContain('Press Enter to open it.')
    expect(opened).toEqual([])

    input.write('\n')
    await until(() => opened.length > 0, 'the page to open')
    input.write('\n')

    expect(opened).toEqual(['http://127.0.0.1:3000'])
    expect(input.listenerCount('data')).toBe(0)
  })

  it('says so where no browser can be started', async () => {
    const { input, told } = offer({ isAttended: true, open: () => Promise.reject(new Error('no browser')) })

    input.write('\n')
    await until(() => told.length > 2, 'a word on it')

    expect(told.at(-1)).toBe('No browser could be started; open http://127.0.0.1:3000 yourself.')
  })
})
