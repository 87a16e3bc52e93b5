import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Drill, Skipped } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, publicWorks, until, untilEnded } from '../house/ask'
import type { House } from '../house/house'
import { statusOf } from '../house/program'
import { Visitor } from '../house/visitor'
import { Figures } from '../load/figures'
import { conclude } from './conclude'

const DISK = '64m'
const WITHOUT_RIGHTS =
  'Mounting a small disk needs rights: run it as root, or by `unshare --user --map-root-user --mount npm run drill disk-full`.'

export const diskFull: Drill = {
  name: 'disk-full',
  title: 'the disk of the picture store full while orders come',
  expected:
    'orders refused with 5xx and none half accepted, likes go on, nothing half written; after space is freed all accepted ones are painted',
  backEnds: ['postgres'],
  async run({ isLong, newFolder, ownHouse }) {
    const disk = newFolder()
    const unmount = mountSmallDisk(disk)
    try {
      const house = await ownHouse({ onFolder: (folder) => moveTo(disk, path.join(folder, 'pictures')) })
      const history = new History()
      const base = () => house.urls[0] ?? ''
      const style = await anyStyle(house)
      const [work = ''] = await publicWorks(house, 1)
      const [refused, likes] = [new Figures(), new Figures()]
      let unhealthy = 0
      const rounds = isLong ? 10 : 2
      for (let round = 0; round < rounds; round++) {
        const person = await new Visitor(base, history).comeIn(work)
        const before = [await new Visitor(base, history).order(style), await new Visitor(base, history).order(style)]
        fill(disk)
        for (let index = 0; index < 4; index++) {
          refused.note((await new Visitor(base, history).order(style)).answer)
          likes.note(await person.mark('like', work, index % 2 === 0))
        }
        if ((await until(async () => (await statusOf(`${base()}/api/health/ready`)) === 503, 5_000)) === true)
          unhealthy += 1
        await sleep(1_000)
        empty(disk)
        await untilEnded(
          house,
          before.flatMap(({ orderId }) => orderId ?? []),
          60_000,
        )
        await until(async () => (await new Visitor(base, history).order(style)).orderId, 30_000, 500)
      }
      const unended = await untilEnded(house, history.acceptedOrders(), 90_000)
      const [failed = { count: 0 }] = await house.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM "PortraitOrder" WHERE "id" = ANY($1) AND "status" <> 'PAINTED'`,
        [history.acceptedOrders()],
      )
      const verdict = await checkHistory(house, history)
      const halves = fs.readdirSync(disk, { recursive: true }).filter((name) => String(name).endsWith('.part')).length
      const missing = await missingFiles(house, disk)
      return conclude(
        [
          refused.between(200, 299) === 0,
          refused.between(500, 599) === refused.count,
          likes.between(200) === likes.count,
          history.acceptedOrders().length > 0,
          failed.count === 0,
        ],
        `${refused.count} orders on a full disk: ${refused.between(503)} answered 503, ${refused.between(500)} 500, ` +
          `${refused.between(200, 299)} accepted; ${likes.between(200)} of ${likes.count} likes taken; not ready ${unhealthy} of ${rounds}; ` +
          `${halves} half files, ${missing} rows without a file, ${failed.count} accepted orders not painted`,
        {
          problems: [
            ...verdict.problems,
            ...(halves + missing + unended.length > 0 ? ['the store and the database differ'] : []),
          ],
        },
      )
    } finally {
      unmount()
    }
  },
}

/** Puts a small disk in memory at a folder; where that needs rights that we lack, the drill is skipped. */
function mountSmallDisk(folder: string): () => void {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=0711`, 'tmpfs', folder], {
    stdio: 'ignore',
  })
  if (status !== 0) throw new Skipped(WITHOUT_RIGHTS)
  const unmount = () => {
    process.off('exit', unmount)
    spawnSync('umount', ['-l', folder], { stdio: 'ignore' })
  }
  // A run that is interrupted ends without its `finally`.
  process.on('exit', unmount)
  return unmount
}

function moveTo(disk: string, pictures: string) {
  fs.cpSync(pictures, disk, { recursive: true })
  fs.rmSync(pictures, { recursive: true })
  fs.symlinkSync(disk, pictures)
}

const filler = (disk: string) => path.join(disk, 'filler')

function fill(disk: string) {
  const file = fs.openSync(filler(disk), 'a')
  for (const size of [1 << 20, 4096, 1]) {
    try {
      for (;;) if (fs.writeSync(file, Buffer.alloc(size)) < size) break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  fs.closeSync(file)
}

function empty(disk: string) {
  fs.rmSync(filler(disk))
}

async function missingFiles({ query }: House, disk: string): Promise<number> {
  const rows = await query<{ sha256: string }>('SELECT "sha256" FROM "StoredFile"')
  return rows.filter(({ sha256 }) => !fs.existsSync(path.join(disk, 'files', sha256.slice(0, 2), sha256))).length
}
