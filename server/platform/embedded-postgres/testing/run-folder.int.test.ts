import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeRunFolder, sweepAbandonedRuns } from './run-folder'

const PREFIX = `vernissage-sweep-test-${process.pid}-`
const nobody = 2 ** 22 + 1

test('sweeps the folder of a run that is gone, and leaves that of one that lives', async () => {
  const [living, gone] = [makeRunFolder(PREFIX), makeRunFolder(PREFIX)]
  fs.writeFileSync(path.join(gone, 'owner'), `${nobody} mark`)
  await sweepAbandonedRuns(PREFIX)
  expect([living, gone].map(fs.existsSync)).toEqual([true, false])
  fs.rmSync(living, { recursive: true })
})

const mount = (folder: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' }).status === 0

test('sweeps a disk that was left mounted', async ({ skip }) => {
  const gone = makeRunFolder(PREFIX)
  const disk = path.join(gone, 'a disk')
  fs.mkdirSync(disk)
  fs.writeFileSync(path.join(gone, 'owner'), `${nobody} mark`)
  const isMounted = mount(disk)
  await sweepAbandonedRuns(PREFIX)
  expect(fs.existsSync(gone)).toBe(false)
  skip(!isMounted, 'Mounting needs rights that this machine does not give.')
})
