import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** Parses Markdown with GitHub's tables and lists; call it on text that `checkShape` has let pass. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text)
}

const processor = unified().use(remarkParse).use(remarkGfm).use(ignoreMailAddresses).freeze()

/**
 * Takes the two searches for e-mail addresses out of GitHub's Markdown: addresses are drawn as text anyway.
 *
 * One stops at every letter (measured: a third of the time that a folder takes), the other is quadratic.
 */
function ignoreMailAddresses(this: Processor): undefined {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data()
  for (const { text = {} } of micromarkExtensions) {
    for (const [code, constructs = []] of Object.entries(text)) {
      text[code] = [constructs].flat().filter(({ name }) => name !== 'emailAutolink')
    }
  }
  for (const extension of fromMarkdownExtensions.flat()) extension.transforms = []
}
