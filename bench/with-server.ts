import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a script that says the port it listens on, for as long as `use` lasts. */
export async function withServer<T>(
  args: string[],
  env: Record<string, string>,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [port] = await once(child.stdout, 'data')
    return await use(`http://127.0.0.1:${String(port).trim()}/`)
  } finally {
    child.kill()
  }
}
