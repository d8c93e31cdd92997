import { configureGlobal } from 'fast-check'

/** On a machine that decides whether a change is good, properties are tried on the same values each time; elsewhere on new ones. */
if (process.env['CI'] !== undefined) configureGlobal({ seed: 20_261_123 })
