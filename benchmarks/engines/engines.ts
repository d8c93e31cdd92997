import type { Engine } from './engine.ts'
import { createFlexSearch } from './flexsearch.ts'
import { createFuse, createFuseToken } from './fuse.ts'
import { createMiniSearch } from './minisearch.ts'
import { createOrama } from './orama.ts'
import { createPamphlet } from './pamphlet.ts'

/** Every engine by the name that `--engines` takes, ours first: the others are compared with it. */
export const engines: Readonly<Record<string, () => Engine>> = {
  pamphlet: createPamphlet,
  minisearch: () => createMiniSearch({ stopWordsRemoved: false }),
  'minisearch-stop-words': () => createMiniSearch({ stopWordsRemoved: true }),
  flexsearch: createFlexSearch,
  orama: createOrama,
  fuse: () => createFuse(),
  'fuse-token': createFuseToken,
}
