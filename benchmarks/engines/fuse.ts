import Fuse, { type IFuseOptions } from 'fuse.js'
import { type Engine, type FlatPassage, flatten, limit, searched } from './engine.ts'

/** fuse.js as it is by default, or with its token search. */
export function createFuse(options: IFuseOptions<FlatPassage> = {}): Engine {
  return {
    largest: { sections: 16_000, reason: 'compares every section with every question: seconds a question' },
    build(documents) {
      const fuse = new Fuse(flatten(documents), { keys: [...searched], ...options })
      return (question) => fuse.search(question, { limit }).map(({ item }) => item.id)
    },
  }
}
