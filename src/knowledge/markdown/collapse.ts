/** Makes every run of white space, line ends included, a single space. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ')
}
