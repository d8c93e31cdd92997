import type { MessageBody } from '../../../src/adapters/discord/render.ts'
import { flatComponents } from '../../stand-ins/discord/component-tree.ts'

/** What a person sees of a message. */
export type Seen = {
  /** Everything to read, in order, as it is sent. */
  readonly text: string
  /** Labels and ids of buttons, row by row as they stand; one beside a text comes last. */
  readonly buttons: readonly (readonly [label: string, customId: string])[]
  readonly lists: readonly {
    readonly customId: string
    readonly placeholder: string
    readonly options: readonly string[]
  }[]
}

/** Reads a message of either layout. */
export function readBody({ content, components }: MessageBody): Seen {
  const all = flatComponents(components)
  const texts = all.flatMap((component) => (component.type === 10 ? [component.content ?? ''] : []))
  return {
    text: [...(content === undefined ? [] : [content]), ...texts].join('\n\n'),
    buttons: all.flatMap((each) => (each.type === 2 ? [[each.label ?? '', each.custom_id ?? ''] as const] : [])),
    lists: all.flatMap((each) =>
      each.type === 3
        ? [
            {
              customId: each.custom_id ?? '',
              placeholder: (each as { readonly placeholder?: string }).placeholder ?? '',
              options: each.options?.map(({ label }) => label) ?? [],
            },
          ]
        : [],
    ),
  }
}
