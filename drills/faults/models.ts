import fs from 'node:fs'
import path from 'node:path'
import { runVitest } from '@/launcher/testing/suites'
import type { Drill } from '../drill'
import { root } from '../house/template'

const LONG_RUNS = 1_000
const SHORT_RUNS = 30

export const models: Drill = {
  name: 'models',
  title: 'random sequences of 50 operations on likes, favourites, orders and hangings, beside a model of them',
  expected: 'model and house agree after every sequence',
  backEnds: ['postgres'],
  needsNoHouse: true,
  async run({ isLong }) {
    const runs = isLong ? LONG_RUNS : SHORT_RUNS
    process.env.DRILL_MODEL_RUNS = String(runs)
    const counts = path.join(root, 'artifacts/model-operations')
    fs.rmSync(counts, { recursive: true, force: true })
    process.env.DRILL_MODEL_COUNTS = counts
    const { tally } = await runVitest({ root, project: 'integration', filter: 'drills/models/' })
    const files = fs.existsSync(counts) ? fs.readdirSync(counts) : []
    const operations = files.map((file) => `${file} ${fs.readFileSync(path.join(counts, file), 'utf8')}`)
    return {
      isOk: tally.failed.length === 0 && tally.passed > 0,
      seen: `${tally.passed} models agreed, ${tally.failed.length} did not, ${runs} sequences each; operations: ${operations.join(', ')}`,
    }
  },
}
