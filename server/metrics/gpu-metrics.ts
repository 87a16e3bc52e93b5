import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { atMostEvery } from './at-most-every'
import { forget, gauge } from './registry'
import { beforeScrape } from './scrape'

const FRESH_MS = 5_000
const PATIENCE_MS = 1_500
const fields = ['index', 'name', 'utilization.gpu', 'memory.used', 'memory.total', 'temperature.gpu']
const MIB = 1024 * 1024

const labels = ['gpu', 'name'] as const
const utilisation = gauge('vernissage_gpu_utilisation_ratio', 'Share of the time in which the GPU was at work.', labels)
const used = gauge('vernissage_gpu_memory_used_bytes', 'GPU memory in use, by whatever process.', labels)
const total = gauge('vernissage_gpu_memory_total_bytes', 'GPU memory there is.', labels)
const temperature = gauge('vernissage_gpu_temperature_celsius', 'Temperature of the GPU.', labels)

/** What a GPU does not measure it calls `[N/A]`. */
const figure = z.coerce.number().nullable().catch(null)
const lineSchema = z.tuple([z.string(), z.string(), figure, figure, figure, figure])

/** One GPU for each line of `nvidia-smi --query-gpu=... --format=csv,noheader,nounits`; lines of another shape are left out. */
function show(csv: string): void {
  forget([utilisation, used, total, temperature])
  for (const line of csv.trim().split('\n')) {
    const parsed = lineSchema.safeParse(line.split(', '))
    if (!parsed.success) continue
    const [gpu, name, percent, usedMib, totalMib, degrees] = parsed.data
    if (percent !== null) utilisation.set({ gpu, name }, percent / 100)
    if (usedMib !== null) used.set({ gpu, name }, usedMib * MIB)
    if (totalMib !== null) total.set({ gpu, name }, totalMib * MIB)
    if (degrees !== null) temperature.set({ gpu, name }, degrees)
  }
}

/** Tells this machine's NVIDIA GPUs at every scrape. A machine that has no `nvidia-smi` is asked once; one that does not answer in time has none for now. */
export function watchGpus(command = 'nvidia-smi'): void {
  const ask = promisify(execFile)
  let isThere = true
  const refresh = atMostEvery(FRESH_MS, async () => {
    if (!isThere) return
    try {
      const wish = [`--query-gpu=${fields.join(',')}`, '--format=csv,noheader,nounits']
      const { stdout } = await ask(command, wish, { timeout: PATIENCE_MS, killSignal: 'SIGKILL' })
      show(stdout)
    } catch (error) {
      isThere = (error as NodeJS.ErrnoException).code !== 'ENOENT'
      forget([utilisation, used, total, temperature])
    }
  })
  beforeScrape('gpus', refresh)
}
