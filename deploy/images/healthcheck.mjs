// What the images' HEALTHCHECK runs: ends with 0 when the process of this container says that it can serve. Plain JavaScript, so
// that it costs little every few seconds.
const [path = '/api/health/ready', port = process.env.PORT ?? '3000'] = process.argv.slice(2)

const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(4_000) }).catch(() => null)
process.exit(answer?.ok ? 0 : 1)
