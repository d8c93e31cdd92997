import type { Child } from 'hono/jsx'

type HeadingProps = {
  readonly level: number
  readonly dir?: 'auto' | undefined
  /** Whether reading begins here, where the page was loaded anew. */
  readonly isStart?: boolean | undefined
  /** Whether it is for those alone who hear the page. */
  readonly isHidden?: boolean
  readonly children?: Child
}

/** A heading. */
export function Heading({ level, dir, isStart = false, isHidden = false, children }: HeadingProps) {
  const Tag = tags[level - 1] ?? 'h6'
  const focus = isStart ? { tabindex: -1, autofocus: true } : {}
  return (
    <Tag dir={dir} class={isHidden ? 'visually-hidden' : undefined} {...focus}>
      {children}
    </Tag>
  )
}

/** Beyond the sixth level HTML has no more. */
const tags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
