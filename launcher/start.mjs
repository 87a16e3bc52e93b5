import { runStages } from './stage-one.mjs'

await runStages('launcher/main.ts', { withDev: false })
