import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { StartError } from '@/server/platform/embedded-postgres/errors'
import { makeRunFolder, sweepAbandonedRuns } from '@/server/platform/embedded-postgres/testing/run-folder'
import { type Drill, type DrillContext, Skipped } from './drill'
import { drills } from './drills'
import type { BackEnd } from './house/house'
import { Houses } from './house/houses'
import { makeTemplate, root } from './house/template'

const FOLDER_PREFIX = 'vernissage-drill-'

const isLinux = process.platform === 'linux'

export interface RunOptions {
  /** Empty: all. */
  names: string[]
  isLong: boolean
  /** Whether times are judged by their limits, too: not where drills are paired. */
  isTimed: boolean
  /** Two at a time, each with houses of its own: sooner done, and no time in it says anything. */
  isPaired: boolean
  /** Each drill on one back end only. */
  isFirstOnly: boolean
  backEnds?: BackEnd[]
}

export interface DrillResult {
  name: string
  title: string
  backEnd: BackEnd
  expected: string
  seen: string
  outcome: 'ok' | 'failed' | 'skipped'
  seconds: number
  /** Programs that wanted the processor in the last minute, for each core, when it ended: above 1, every time in it is too long. */
  loadPerCore: number
}

/** A drill on a back end. */
interface Turn {
  drill: Drill
  backEnd: BackEnd
}

/** Runs drills one after the other, or in pairs, prints each as it ends, and writes artifacts/drills.json. */
export async function runDrills(options: RunOptions): Promise<DrillResult[]> {
  const chosen = choose(options)
  await sweepAbandonedRuns(FOLDER_PREFIX)
  const runFolder = makeRunFolder(FOLDER_PREFIX)
  const results: DrillResult[] = []
  try {
    const needsHouse = isLinux && chosen.some(({ drill }) => !drill.needsNoHouse)
    const template = needsHouse ? await makeTemplate(runFolder) : ''
    const runAll = async (next: () => Turn | undefined) => {
      const houses = new Houses(template, runFolder)
      try {
        for (let turn = next(); turn; turn = next()) {
          const result = await runOne(houses, turn, options)
          results.push(result)
          console.log(lineOf(result))
        }
      } finally {
        await houses.closeAll()
      }
    }
    if (options.isPaired) {
      const besideOthers = chosen.filter(({ drill }) => !drill.needsMachine)
      // From both ends: who begins at the front has one shared house, who begins at the back has the other back end's.
      const both = [runAll(() => besideOthers.shift()), runAll(() => besideOthers.pop())]
      // Neither is left behind with its processes where the other one breaks down.
      for (const ended of await Promise.allSettled(both)) if (ended.status === 'rejected') throw ended.reason
    }
    const alone = chosen.filter(({ drill }) => !options.isPaired || drill.needsMachine)
    await runAll(() => alone.shift())
  } finally {
    fs.rmSync(runFolder, { recursive: true, force: true })
  }
  write(results, options)
  return results
}

async function runOne(houses: Houses, { drill, backEnd }: Turn, options: RunOptions): Promise<DrillResult> {
  const began = performance.now()
  const result = await perform(drill, contextOf(houses, backEnd, options))
  await houses.afterDrill(drill.name, backEnd, result.outcome === 'failed')
  return { ...result, seconds: oneDigit((performance.now() - began) / 1_000), loadPerCore: loadPerCore() }
}

const oneDigit = (value: number) => Math.round(value * 10) / 10
const loadPerCore = () => oneDigit((os.loadavg()[0] ?? 0) / os.availableParallelism())

function contextOf(houses: Houses, backEnd: BackEnd, { isLong, isTimed }: RunOptions): DrillContext {
  return {
    backEnd,
    isLong,
    isWithin: (ms, limitMs) => (isTimed ? ms <= limitMs : Number.isFinite(ms)),
    sharedHouse: () => houses.takeShared(backEnd),
    ownHouse: (more) => houses.takeOwn({ ...more, backEnd }),
    newFolder: () => houses.newFolder(),
  }
}

function write(results: DrillResult[], { isLong }: RunOptions) {
  const file = path.join(root, 'artifacts/drills.json')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const report = { isLong, at: new Date().toISOString(), cores: os.availableParallelism(), results }
  fs.writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}

function choose({ names, isFirstOnly, backEnds }: RunOptions): Turn[] {
  const unknown = names.filter((name) => !drills.some((drill) => drill.name === name))
  if (unknown.length > 0) {
    const known = drills.map(({ name }) => name).join(', ')
    throw new StartError(`There is no drill ${unknown.join(', ')}; there are ${known}.`)
  }
  const chosen = drills
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .flatMap((drill) => {
      const wanted = drill.backEnds.filter((backEnd) => !backEnds || backEnds.includes(backEnd))
      return (isFirstOnly ? wanted.slice(0, 1) : wanted).map((backEnd) => ({ drill, backEnd }))
    })
  if (chosen.length === 0) throw new StartError(`${names.join(', ')} says nothing on ${backEnds?.join(', ')}.`)
  // All on one back end first, so that its house is opened once.
  return chosen.sort((a, b) => a.backEnd.localeCompare(b.backEnd))
}

async function perform(drill: Drill, context: DrillContext): Promise<Omit<DrillResult, 'seconds' | 'loadPerCore'>> {
  const { name, title, expected } = drill
  const facts = { name, title, expected, backEnd: context.backEnd }
  try {
    if (!isLinux) throw new Skipped('Drills need Linux.')
    const { isOk, seen } = await drill.run(context)
    return { ...facts, seen, outcome: isOk ? 'ok' : 'failed' }
  } catch (error) {
    if (error instanceof Skipped) return { ...facts, seen: error.message, outcome: 'skipped' }
    return {
      ...facts,
      seen: error instanceof Error ? (error.stack ?? error.message) : String(error),
      outcome: 'failed',
    }
  }
}

const marks = { ok: 'ok', failed: 'FAILED', skipped: 'skipped' } as const

function lineOf({ name, backEnd, outcome, seen, seconds, loadPerCore }: DrillResult): string {
  return `  ${marks[outcome].padEnd(7)} ${name} on ${backEnd} (${seconds} s, load ${loadPerCore} a core): ${seen}`
}

/** All results as a table in Markdown. */
export function tableOf(results: DrillResult[]): string {
  const rows = results.map(({ name, backEnd, title, expected, seen, outcome, seconds, loadPerCore }) =>
    [
      `${name} ${backEnd}`,
      `${title}: ${expected}`,
      seen.split('\n')[0],
      marks[outcome],
      `${seconds}`,
      `${loadPerCore}`,
    ].join(' | '),
  )
  return [
    '',
    '| drill | expected | seen | ok | s | load a core |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n')
}
