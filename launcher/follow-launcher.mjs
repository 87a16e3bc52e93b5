/**
 * Loaded into web and worker before their own code: ends them when the launcher is gone, however it went. The launcher
 * holds the other end of stdin and never writes to it, so its end means that the launcher has ended.
 */
const LIMIT_MS = 10_000

process.stdin.on('close', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), LIMIT_MS).unref()
})
process.stdin.on('error', () => {})
process.stdin.resume()
process.stdin.unref()
