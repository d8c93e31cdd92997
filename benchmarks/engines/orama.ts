import { create, insert, search } from '@orama/orama'
import { type Engine, flatten, limit } from './engine.ts'

/** Orama with one mistake a word allowed. */
export function createOrama(): Engine {
  return {
    largest: { sections: 16_000, reason: '17 s a question at 100,000' },
    build(documents) {
      const index = create({ schema: { title: 'string', heading: 'string', asked: 'string', text: 'string' } })
      for (const passage of flatten(documents)) void insert(index, passage) // done at once: there are no hooks to wait for
      return (question) => {
        const found = search(index, { term: question, tolerance: 1, limit, boost: { title: 2, heading: 2 } })
        if (found instanceof Promise) throw new Error('Orama searched asynchronously')
        return found.hits.map(({ id }) => id)
      }
    },
  }
}
