import { setTimeout as sleep } from 'node:timers/promises'
import { tableChecksums } from '@/server/backup/table-checksums'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, publicWorks, readOrders, until, untilEnded } from '../house/ask'
import { Visitor } from '../house/visitor'
import { startMarkLoad } from '../load/mark-load'
import { differences, fileChecksums } from '../restore/checksums'
import { ARCHIVE_SECONDS, archiveTo, backUp, copyPictures, recoverFrom, untilArchived } from '../restore/online-backup'
import { conclude, seconds } from './conclude'

const RPO_MS = 5 * 60_000
const RTO_MS = 15 * 60_000

export const restore: Drill = {
  name: 'd12',
  title: 'a house lost, and restored from a backup made while it ran, with the archived log',
  expected: 'checksums of all rows and files equal; RPO at most 5 min, RTO at most 15 min',
  backEnds: ['postgres'],
  async run({ isLong, isWithin, newFolder, ownHouse }) {
    const [backup, archive] = [newFolder(), newFolder()]
    const house = await ownHouse({ postgresSettings: archiveTo(archive) })
    const history = new History()
    const base = () => house.urls[0] ?? ''
    const [style, artworks] = [await anyStyle(house), await publicWorks(house, 8)]
    const load = await startMarkLoad({ base, history, artworks, people: 4, pauseMs: 30 })
    const first = await new Visitor(base, history).order(style)
    await backUp(house, backup)
    await new Visitor(base, history).order(style)
    await sleep(isLong ? 120_000 : 2_000)
    await untilEnded(house, first.orderId ? [first.orderId] : [], 60_000)
    // One that nobody paints any more before the end.
    for (const worker of house.workers) await worker.kill()
    const waiting = await new Visitor(base, history).order(style)
    await load.stop()
    for (const web of house.webs) await web.kill()
    const [tables, archivedMs] = [await tableChecksums(house.query), await untilArchived(house)]
    copyPictures(house, backup)
    const files = fileChecksums(house.dataFolder)
    await house.postgres.kill()

    const beganAt = Date.now()
    const restored = await ownHouse({
      from: backup,
      isAtRest: true,
      onFolder: (folder) => recoverFrom(archive, folder),
    })
    await until(
      async () => (await restored.query<{ isOver: boolean }>('SELECT NOT pg_is_in_recovery() AS "isOver"'))[0]?.isOver,
      120_000,
    )
    const recoveredMs = Date.now() - beganAt
    const wrongTables = differences(tables, await tableChecksums(restored.query))
    const wrongFiles = differences(files, fileChecksums(restored.dataFolder))
    const openingAt = Date.now()
    await restored.heal()
    const rto = recoveredMs + Date.now() - openingAt
    const waitingIds = waiting.orderId ? [waiting.orderId] : []
    await untilEnded(restored, waitingIds, 60_000)
    const [found] = await readOrders(restored, waitingIds)
    const verdict = await checkHistory(restored, history)
    return conclude(
      [
        wrongTables.length === 0,
        wrongFiles.length === 0,
        isWithin(archivedMs, RPO_MS),
        isWithin(rto, RTO_MS),
        found?.status === 'PAINTED',
      ],
      `${tables.size} tables and ${files.size} files, ${wrongTables.length + wrongFiles.length} differ` +
        `${wrongTables.length > 0 ? ` (${wrongTables.join(', ')})` : ''}; RPO ${seconds(archivedMs)} (archive_timeout ${ARCHIVE_SECONDS} s), ` +
        `RTO ${seconds(rto)}; the order that waited is ${found?.status ?? 'gone'}`,
      verdict,
    )
  },
}
