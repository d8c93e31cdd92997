import type { Page } from 'playwright-core'

/** Finds what does not fit on the screen: page that scrolls sideways, things that stick out of it, or lie over each other. */
export function findMisfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    /** What is there only for those who hear the page is cut to nothing on purpose, with all that it holds. */
    const hasSize = (element: Element | null): boolean => {
      if (element === null) return true
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && hasSize(element.parentElement)
    }
    const isSeen = (element: Element): boolean =>
      hasSize(element) && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const nameOf = (element: Element): string =>
      `<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`

    const { scrollWidth, clientWidth } = document.documentElement
    const seen = [...document.body.querySelectorAll('*')].filter(isSeen)
    const isOut = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect()
      return left < -1 || right > clientWidth + 1
    }
    const isCut = (element: Element): boolean =>
      element.localName !== 'select' &&
      element.localName !== 'input' &&
      element.scrollWidth > element.clientWidth + 1 &&
      getComputedStyle(element).display !== 'inline' &&
      ['hidden', 'clip'].includes(getComputedStyle(element).overflowX)

    const leaves = seen.filter((element) => element.matches('h1, h2, h3, h4, p, button, input, select, summary, label'))
    const overlaps = leaves.flatMap((one, index) =>
      leaves
        .slice(index + 1)
        .filter((other) => !one.contains(other) && !other.contains(one) && lieOver(one, other))
        .map((other) => `${nameOf(one)} lies over ${nameOf(other)}`),
    )

    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide where ${clientWidth} are seen`] : []),
      ...seen.filter(isOut).map((element) => `${nameOf(element)} sticks out`),
      ...seen.filter(isCut).map((element) => `${nameOf(element)} is cut`),
      ...overlaps,
    ]

    function lieOver(one: Element, other: Element): boolean {
      // What floats above the rest on purpose.
      if (one.closest('#suggestions') !== other.closest('#suggestions')) return false
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
      return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
    }
  })
}
