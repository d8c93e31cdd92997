import type { Page } from 'playwright-core'

/** Everything that a person can have before them, by name, and how they come to it from anywhere. */
export const screens: Readonly<Record<string, (page: Page, address: string) => Promise<unknown>>> = {
  'the chat at first': open,
  'a greeting': (page, address) => ask(page, address, 'hello', 'help'),
  'an answer': (page, address) => ask(page, address, questions.answered, 'answered'),
  'an answer to a very long word': (page, address) => ask(page, address, questions.longWord, 'not-found'),
  'a choice of topics': (page, address) => ask(page, address, questions.suggested, 'suggested'),
  'no answer': (page, address) => ask(page, address, questions.unknown, 'not-found'),
  'an urgent card': (page, address) => ask(page, address, questions.urgent, 'urgent'),
  'an urgent card with the lines of a country': async (page, address) => {
    await open(page, address)
    await chooseCountry(page, 'US')
    await page.locator('#conversation .answer a[href^="tel:"]').first().waitFor()
    await type(page, questions.urgent, 'urgent')
  },
  'why an answer was given': async (page, address) => {
    await ask(page, address, questions.answered, 'answered')
    await page.locator('button[name="why"]').first().click()
    await page.locator('details.why').first().waitFor()
  },
  'suggestions while typing': async (page, address) => {
    await open(page, address)
    await page.locator('#ask').pressSequentially('gene')
    await page.locator('#suggestions [role="option"]').first().waitFor()
  },
  'where to get help': (page, address) => open(page, `${address}/support`),
  'the help lines of a country': async (page, address) => {
    await open(page, `${address}/support`)
    await chooseCountry(page, 'US')
    await page.locator('main a[href^="tel:"]').first().waitFor()
    // The lines stand there before the style that they are drawn with.
    await page.waitForLoadState('load')
  },
  'the list of topics': (page, address) => open(page, `${address}/topics`),
  'a whole document': (page, address) => open(page, `${address}/topics/low-serotonin`),
  'what the bot is': (page, address) => open(page, `${address}/about`),
  'what is kept': (page, address) => open(page, `${address}/privacy`),
  'a page that is not there': (page, address) => open(page, `${address}/nowhere`, 404),
  'the chat in a frame': (page, address) => open(page, `${address}/embed`),
}

/** One question for each way in which the shipped bot answers. */
export const questions = {
  answered: 'How do genes matter?',
  suggested: 'genes or stress',
  unknown: 'What is dopamine?',
  longWord: `What is ${'dopamin'.repeat(9)}?`,
  urgent: 'I want to die',
  urgentTopic: 'I want to die because of stress',
} as const

/** Opens the chat and asks, until the answer is there. */
export async function ask(page: Page, address: string, question: string, outcome: string): Promise<void> {
  await open(page, address)
  await type(page, question, outcome)
}

async function open(page: Page, url: string, status = 200): Promise<void> {
  const response = await page.goto(url)
  if (response?.status() !== status) throw new Error(`${url} has status ${response?.status()}`)
}

async function type(page: Page, question: string, outcome: string): Promise<void> {
  await page.locator('#ask').fill(question)
  await page.locator('#ask').press('Enter')
  await page.locator(`.exchange[data-outcome="${outcome}"]`).first().waitFor()
  // Without script it is another page, whose style may come later.
  await page.waitForLoadState('load')
}

/** Chooses in the part of every page that says where help is. */
export async function chooseCountry(page: Page, region: string): Promise<void> {
  const form = page.locator('#help form:has(select[name="country"])')
  await form.locator('select[name="country"]').selectOption(region)
  await form.locator('button').first().click()
}
