import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { provideBrowser } from '../../e2e/support/browser'
import { findProgram } from './distribution'
import { tallyDrills } from './drill-report'
import { tallyPlaywright } from './playwright-report'
import { runTool } from './run-tool'
import { failedAsRun, NOTHING, type Tally } from './tally'
import { tallyUnittest } from './unittest-report'
import { parseVitestReport, tallyVitest, type VitestReport } from './vitest-report'

const BIOME = 'node_modules/@biomejs/biome/bin/biome'
const NEXT = 'node_modules/next/dist/bin/next'
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'
const TSC = 'node_modules/typescript/bin/tsc'
const VITEST = 'node_modules/vitest/vitest.mjs'
const SMOKE_TEST = 'training/test_smoke.py'
const TRAINING_TESTS = 'test_*.py'

const ONE_PASSED: Tally = { ...NOTHING, passed: 1 }
const oneFailed = (name: string): Tally => ({ ...NOTHING, failed: [name] })

/** Style, import zones, import cycles, unused code. Counts as one test. */
export async function lint(root: string): Promise<Tally> {
  return (await runTool([BIOME, 'check', '.'], { root })) === 0 ? ONE_PASSED : oneFailed('lint')
}

/** TypeScript over everything, after Next has written the types of its routes. Counts as one test. */
export async function checkTypes(root: string): Promise<Tally> {
  const isFine =
    (await runTool([NEXT, 'typegen'], { root })) === 0 && (await runTool([TSC, '--noEmit'], { root })) === 0
  return isFine ? ONE_PASSED : oneFailed('types')
}

export interface VitestOptions {
  root: string
  project: 'unit' | 'integration'
  /** Only files whose path contains this. */
  filter?: string
  redisUrl?: string
}

/** Runs one of vitest's projects; the report is missing when vitest did not come far enough to write it. */
export async function runVitest(options: VitestOptions): Promise<{ tally: Tally; report?: VitestReport }> {
  const { root, project, filter, redisUrl } = options
  const file = freshReport(root, `vitest-${project}${redisUrl ? '-redis' : ''}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [VITEST, 'run', '--project', project, '--passWithNoTests', ...reporters, ...(filter ? [filter] : [])]
  const code = await runTool(args, { root, env: testEnv(redisUrl) })
  const report = readReport(file, parseVitestReport)
  if (!report) return { tally: failedAsRun(NOTHING, code !== 0, `vitest ${project}`) }
  const tally = tallyVitest(report)
  return { tally: failedAsRun(tally, code !== 0, `vitest ${project}`), report }
}

export interface EndToEndOptions {
  root: string
  /** Only specs whose path contains this. */
  filter?: string
  redisUrl?: string
}

/** Runs the browser tests against the product, which they start through the launcher as a person would. */
export async function runEndToEnd({ root, filter, redisUrl }: EndToEndOptions): Promise<Tally> {
  const browser = provideBrowser()
  if (!browser) {
    console.error('No browser for the end-to-end tests: install Chromium, or run `npx playwright install chromium`.')
    return oneFailed('end-to-end tests: no browser')
  }
  const file = freshReport(root, `playwright${redisUrl ? '-redis' : ''}.json`)
  const env = { ...testEnv(redisUrl), CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const args = [PLAYWRIGHT, 'test', '--reporter=list,json', '--pass-with-no-tests', ...(filter ? [filter] : [])]
  const code = await runTool(args, { root, env })
  const tally = readReport(file, tallyPlaywright) ?? NOTHING
  return failedAsRun(tally, code !== 0, 'end-to-end tests')
}

/**
 * Drills that the tests do, on one back end each, a few times, in pairs, with times told and not judged. The rest needs a release before
 * this one, or longer than a test run should take: `npm run drill`.
 */
const DRILLS_IN_SHORT = [
  ...['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd10', 'd12'],
  ...['pg-pause', 'breaker', 'disk-full', 'storm', 'gateway'],
]

/** Kills and cuts real processes, and looks whether anything was lost. Each drill counts as one test. */
export async function runDrills(root: string): Promise<Tally> {
  const file = freshReport(root, 'drills.json')
  const args = ['--import', 'tsx', 'drills/run.ts', ...DRILLS_IN_SHORT, '--first', '--paired']
  const code = await runTool(args, { root, env: testEnv(undefined) })
  const tally = readReport(file, tallyDrills) ?? NOTHING
  return failedAsRun(tally, code !== 0, 'drills')
}

/** Trains for a few steps, where Python and PyTorch are on this machine already. */
export function runTraining(root: string): Tally {
  if (!fs.existsSync(path.join(root, SMOKE_TEST))) return NOTHING
  // The first python3 of the path need not be the one that the distribution's PyTorch belongs to.
  const candidates = [findProgram('python3'), '/usr/bin/python3'].filter((file) => file !== undefined)
  const python = candidates.find((file) => spawnSync(file, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0)
  if (!python) return { ...NOTHING, skipped: [`${SMOKE_TEST} (needs python3 with torch)`] }
  const args = ['-m', 'unittest', 'discover', '-s', 'training', '-p', TRAINING_TESTS]
  const { stderr } = spawnSync(python, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] })
  process.stderr.write(stderr)
  return tallyUnittest(stderr)
}

/** The tests' environment: a Redis only where it is meant, and nobody's real database. */
function testEnv(redisUrl: string | undefined): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env }
  for (const name of ['REDIS_URL', 'REDIS_CACHE_URL', 'DATABASE_URL', 'VERNISSAGE_DATA', 'PORT', 'AUTH_SECRET'])
    delete env[name]
  return redisUrl ? { ...env, REDIS_URL: redisUrl } : env
}

function freshReport(root: string, name: string): string {
  const file = path.join(root, 'artifacts', name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.rmSync(file, { force: true })
  return file
}

function readReport<T>(file: string, parse: (json: string) => T): T | undefined {
  return fs.existsSync(file) ? parse(fs.readFileSync(file, 'utf8')) : undefined
}
