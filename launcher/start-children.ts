import path from 'node:path'
import type { ChildSpec, Supervisor } from './supervisor'
import { waitUntilReady } from './wait-ready'

const LOADERS = ['--import', 'tsx', '--import', './launcher/follow-launcher.mjs']

export interface ChildrenOptions {
  env: NodeJS.ProcessEnv
  port: number
  workerPort: number
  logFolder: string
  signal: AbortSignal
}

/** Starts web and one worker, and waits until both answer that they are ready. */
export async function startChildren(supervisor: Supervisor, options: ChildrenOptions): Promise<void> {
  const { env, port, workerPort, logFolder, signal } = options
  const spec = (name: string, entry: string): ChildSpec => ({
    name,
    args: [...LOADERS, entry],
    logFile: path.join(logFolder, `${name}.log`),
  })
  const web = spec('web', 'app/main.ts')
  const worker = spec('worker', 'worker/main.ts')
  supervisor.replaceEnv(env)
  supervisor.start(web)
  supervisor.start(worker)
  const webUrl = `http://${reachableHost(env.HOST)}:${port}/api/health/ready`
  const workerUrl = `http://127.0.0.1:${workerPort}/health/ready`
  await Promise.all([
    waitUntilReady({ ...web, url: webUrl }, supervisor, signal),
    waitUntilReady({ ...worker, url: workerUrl }, supervisor, signal),
  ])
}

/** Where to reach a server that listens on `host`; a wildcard is no address to go to. */
function reachableHost(host: string | undefined): string {
  if (!host || host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
