import Fuse, { type IFuseOptions } from 'fuse.js'
import { type Engine, type FlatPassage, flatten, limit, searched } from './engine.ts'

/** fuse.js as it is by default; it compares every section with every question, so time grows with both. */
export function createFuse(options: IFuseOptions<FlatPassage> = {}): Engine {
  return {
    largest: { sections: 16_000, reason: '2 s a question at 16,000' },
    build(documents) {
      const fuse = new Fuse(flatten(documents), { keys: [...searched], ...options })
      return (question) => fuse.search(question, { limit }).map(({ item }) => item.id)
    },
  }
}

/** fuse.js with its token search, anywhere in the text. */
export function createFuseToken(): Engine {
  return {
    ...createFuse({ useTokenSearch: true, ignoreLocation: true }),
    largest: { sections: 1_000, reason: '10 s a question at 16,000' },
  }
}
