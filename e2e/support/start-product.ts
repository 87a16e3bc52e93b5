import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const LIMIT_MS = 8 * 60_000
const STOP_LIMIT_MS = 40_000
const root = path.resolve(import.meta.dirname, '../..')

/**
 * Starts the product as a person would, by its launcher, on a free port and an empty data folder, before any test; and
 * stops it after the last one. The tests find it by the environment:
 *
 * - `E2E_BASE_URL`: its address
 * - `E2E_OPERATOR_EMAIL`, `E2E_OPERATOR_PASSWORD`: the operator's first sign-in, as the launcher showed it
 * - `E2E_DATA`: its data folder, with `launcher.json` (the processes) and `logs/`
 *
 * With `E2E_BASE_URL` set beforehand, that running product is tested instead.
 */
export default async function startProduct() {
  if (process.env.E2E_BASE_URL) return
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-e2e-'))
  // On a busy machine one refined portrait would be backlog enough to close doors; specs of the ladder force their rung.
  const calm = { ADMISSION_THRESHOLDS: '600,700,800,900' }
  const env = {
    ...process.env,
    ...calm,
    VERNISSAGE_DATA: dataFolder,
    PORT: '0',
    OPERATOR_EMAIL: 'operator@vernissage.local',
  }
  const launcher = spawn(process.execPath, ['launcher/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(launcher, 'exit')
  let output = ''
  launcher.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
    process.stdout.write(chunk)
  })

  const stop = async () => {
    launcher.kill('SIGTERM')
    const limit = setTimeout(() => launcher.kill('SIGKILL'), STOP_LIMIT_MS)
    await ended
    clearTimeout(limit)
    keepLogs(dataFolder)
    fs.rmSync(dataFolder, { recursive: true, force: true })
  }
  const url = await waitForAddress(() => output, launcher)
  if (!url) {
    await stop()
    throw new Error('The product did not start; what its launcher said is above.')
  }
  process.env.E2E_BASE_URL = url
  process.env.E2E_DATA = dataFolder
  process.env.E2E_OPERATOR_EMAIL = /e-mail {4}(\S+)/.exec(output)?.[1]
  process.env.E2E_OPERATOR_PASSWORD = /password {2}(\S+)/.exec(output)?.[1]
  return stop
}

/** The address that the launcher prints when everything answers; undefined when it ended or took too long. */
async function waitForAddress(output: () => string, launcher: { exitCode: number | null }) {
  for (const deadline = Date.now() + LIMIT_MS; Date.now() < deadline && launcher.exitCode === null; ) {
    const url = /The gallery is open: (\S+)/.exec(output())?.[1]
    if (url && output().includes('Ctrl-C stops everything')) return url // the operator's sign-in comes in between
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return undefined
}

function keepLogs(dataFolder: string) {
  const logs = path.join(dataFolder, 'logs')
  if (fs.existsSync(logs)) fs.cpSync(logs, path.join(root, 'artifacts/logs'), { recursive: true })
}
