import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { watchGpus } from './gpu-metrics'
import { scrape } from './scrape'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-gpu-'))
  return () => fs.rmSync(folder, { recursive: true })
})

/** A program in the place of nvidia-smi. */
function program(script: string): string {
  const file = path.join(folder, 'nvidia-smi')
  fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return file
}

const gpuLines = async () => (await scrape()).split('\n').filter((line) => line.startsWith('vernissage_gpu_'))

it('reads what nvidia-smi prints, and leaves out what a GPU does not measure', async () => {
  const command = program(
    `printf '0, NVIDIA H100 80GB HBM3, 37, 1024, 81559, 41\\n1, Tesla T4, [N/A], 0, 15360, [N/A]\\n'`,
  )
  // On a busy machine a program may not be done in time: it is asked again.
  const look = () => {
    watchGpus(command)
    return gpuLines()
  }
  await expect
    .poll(look, { timeout: 30_000 })
    .toEqual([
      'vernissage_gpu_utilisation_ratio{gpu="0",name="NVIDIA H100 80GB HBM3"} 0.37',
      'vernissage_gpu_memory_used_bytes{gpu="0",name="NVIDIA H100 80GB HBM3"} 1073741824',
      'vernissage_gpu_memory_used_bytes{gpu="1",name="Tesla T4"} 0',
      'vernissage_gpu_memory_total_bytes{gpu="0",name="NVIDIA H100 80GB HBM3"} 85520809984',
      'vernissage_gpu_memory_total_bytes{gpu="1",name="Tesla T4"} 16106127360',
      'vernissage_gpu_temperature_celsius{gpu="0",name="NVIDIA H100 80GB HBM3"} 41',
    ])
})

it.each([
  ['is not there', () => path.join(folder, 'nowhere')],
  ['fails', () => program('exit 9')],
  ['hangs', () => program('exec sleep 60')],
])('has no GPU where nvidia-smi %s', async (_what, command) => {
  watchGpus(command())
  expect(await gpuLines()).toEqual([])
})
