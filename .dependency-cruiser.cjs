/** Who may import whom, as DESIGN has it: the arrows point one way only. */
const within = (...folders) => `^src/(${folders.join('|')})/`

const mayImport = (from, ...to) => ({
  name: `${from.replace('/', '-')}-imports`,
  comment: `src/${from} may import only itself and ${to.join(', ') || 'nothing else of ours'}.`,
  severity: 'error',
  from: { path: within(from) },
  to: { path: '^src/', pathNot: within(from, ...to, 'operations') },
})

const livesIn = (name, path, pattern) => ({
  name: `${name}-lives-in-one-place`,
  comment: `${name} is imported in ${path} only.`,
  severity: 'error',
  from: { path: '^src/', pathNot: path },
  to: { path: pattern },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unknown', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'nothing-imports-main-or-config',
      comment: 'main.ts and config.ts import everything; nothing but main.ts imports config.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main\\.ts$' },
      to: { path: '^src/(main|config)\\.ts$' },
    },
    mayImport('adapters', 'responder', 'community'),
    {
      name: 'adapters-stay-apart',
      comment: 'A platform imports no other platform; drawing/ is no platform but what they share.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/[^/]+/', pathNot: '^src/adapters/(drawing|$1)/' },
    },
    mayImport('responder', 'safety', 'knowledge', 'text'),
    mayImport('safety', 'text'),
    mayImport('knowledge', 'text'),
    mayImport('text'),
    mayImport('community', 'storage'),
    {
      name: 'operations-imports',
      severity: 'error',
      from: { path: '^src/operations/' },
      to: { path: '^src/', pathNot: '^src/operations/' },
    },
    livesIn('discord.js', '^src/adapters/discord/', 'node_modules/discord\\.js'),
    livesIn('bolt', '^src/adapters/slack/', 'node_modules/@slack/bolt'),
    livesIn('hono', '^src/adapters/web/', 'node_modules/@?hono/'),
    livesIn('prom-client', '^src/operations/metrics\\.ts$', 'node_modules/prom-client/'),
    livesIn('sql', '^src/storage/', 'node_modules/(kysely|libsql|pg)/'),
    livesIn('fuse', '^src/knowledge/search/', 'node_modules/fuse\\.js'),
    livesIn('dotenv', '^src/config\\.ts$', 'node_modules/dotenv'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'node'], exportsFields: ['exports'] },
  },
}
