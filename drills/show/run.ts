/**
 * `npm run show [-- --evening SECONDS] [--pictures FOLDER] [--browser] [--no-drill] [--stay]`: everything of a cluster on one machine, the whole
 * story through its gateway, its figures, and then a region that is lost. See docs/operate.md.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { StartError } from '@/server/platform/embedded-postgres/errors'
import { makeRunFolder, sweepAbandonedRuns } from '@/server/platform/embedded-postgres/testing/run-folder'
import { Skipped } from '../drill'
import { History } from '../history/history'
import { makeTemplate, root } from '../house/template'
import { runDrills } from '../run-drills'
import { openCluster } from './cluster'
import { spendEvening } from './evening'
import { lookAtFigures } from './look-at-figures'
import { insist, Steps } from './steps'
import { tellStory } from './story'

const FOLDER_PREFIX = 'vernissage-show-'
const { values } = parseArgs({
  options: {
    evening: { type: 'string', default: '45' },
    pictures: { type: 'string' },
    browser: { type: 'boolean', default: false },
    'no-drill': { type: 'boolean', default: false },
    stay: { type: 'boolean', default: false },
  },
})
// Who stays ends it by hand, in good order.
if (!values.stay) process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

/** Runs a tool of the project beside us. @throws {Error} when it does not end well */
function runTool(name: string, args: string[], env: Record<string, string> = {}) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  insist(status === 0, `${name} ended with ${status}`)
}

async function show(steps: Steps) {
  await sweepAbandonedRuns(FOLDER_PREFIX)
  const folder = makeRunFolder(FOLDER_PREFIX)
  const history = new History()
  try {
    const template = await steps.run('the house is built, migrated and furnished', async () => ({
      seen: 'a data folder as a first start leaves it',
      value: await makeTemplate(folder),
    }))
    const cluster = await steps.run('everything is started and healthy', async () => {
      const opened = await openCluster(template, folder)
      return { seen: opened.parts.join('; '), value: opened }
    })
    try {
      await tellStory(steps, cluster, history)
      if (values.browser) {
        await steps.run('the same in a browser', async () => {
          runTool('Playwright', ['node_modules/@playwright/test/cli.js', 'test', 'story'], {
            E2E_BASE_URL: cluster.url,
          })
          return { seen: 'e2e/specs/story.spec.ts through the gateway', value: undefined }
        })
      }
      const leave = await steps.run('an evening with a few visitors', async () => {
        const {
          answers,
          failed,
          orders,
          waiting,
          leave: end,
        } = await spendEvening(cluster, history, Number(values.evening) * 1_000)
        insist(failed === 0, `${failed} of ${answers} requests failed`)
        insist(waiting === 0, `${waiting} of ${orders} orders have not ended`)
        return { seen: `${answers} answers, none failed; ${orders} portraits ordered, all ended`, value: end }
      })
      await steps.run('Prometheus has read it all', () => lookAtFigures(cluster))
      const { pictures } = values
      if (pictures) {
        await steps.run('the dashboards are drawn', async () => {
          runTool('drawing', ['--import', 'tsx', 'deploy/grafana/draw.ts', cluster.watch.url, path.resolve(pictures)])
          return { seen: pictures, value: undefined }
        })
      }
      leave()
      if (values.stay) {
        console.log(`\nOpen: ${cluster.parts.join('\n      ')}\nCtrl-C ends it.`)
        await new Promise<void>((resolve) => process.once('SIGINT', () => resolve()))
      }
    } finally {
      await cluster.close()
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
  if (values['no-drill']) return
  await steps.run('a region is lost', async () => {
    const [result] = await runDrills({
      names: ['region'],
      isLong: false,
      isTimed: true,
      isPaired: false,
      isFirstOnly: true,
    })
    insist(result?.outcome === 'ok', result?.seen ?? 'the drill said nothing')
    return { seen: result.seen, value: undefined }
  })
}

const steps = new Steps()
console.log('The cluster on one machine:')
await show(steps).catch((error: unknown) => {
  if (error instanceof Skipped || error instanceof StartError) console.error(error.message)
  else if (steps.isOk) console.error(error)
})
console.log(steps.table())
process.exit(steps.isOk && steps.results.length > 0 ? 0 : 1)
