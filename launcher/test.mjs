import { runStages } from './stage-one.mjs'

await runStages('launcher/test.ts', { withDev: true })
