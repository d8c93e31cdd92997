import { expect, it } from 'vitest'
import { flatComponents, numberComponents } from './component-tree.ts'

it('numberComponents() numbers what has no number, in order, and takes no number twice', () => {
  const section = { type: 9, components: [{ type: 10, id: 2 }], accessory: { type: 2 } }

  const numbered = numberComponents([{ type: 17, components: [section] }, { type: 10 }])

  expect(flatComponents(numbered).map(({ type, id }) => [type, id])).toEqual([
    [17, 1],
    [9, 3],
    [10, 2],
    [2, 4],
    [10, 5],
  ])
})
