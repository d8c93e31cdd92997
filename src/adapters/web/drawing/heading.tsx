import type { Child } from 'hono/jsx'

type HeadingProps = { readonly level: number; readonly dir?: 'auto' | undefined; readonly children?: Child }

/** A heading of a document. */
export function Heading({ level, dir, children }: HeadingProps) {
  const Tag = tags[level - 1] ?? 'h6'
  return <Tag dir={dir}>{children}</Tag>
}

/** Beyond the sixth level HTML has no more. */
const tags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
