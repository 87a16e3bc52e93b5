import fs from 'node:fs'
import path from 'node:path'
import { insist } from '../show/steps'
import { newVisitor } from './new-visitor'
import type { Trial } from './trial'

export const fullDisk: Trial = {
  page: 'full-disk',
  backEnd: 'postgres',
  async run(desk, page) {
    const { house, folder } = desk
    await desk.sees(page.command('df -h'), /IUsed/)
    await desk.sees(page.command('du -sh'), /pictures/)
    await desk.sees(page.command('pg_total_relation_size'), /Style/)
    await desk.sees(page.command('StoredFile'), /image\/webp/)
    await house.query(`SELECT pg_create_physical_replication_slot('gone', true)`)
    const slots = page.command('pg_replication_slots')
    await desk.sees(slots, /gone/)
    await desk.sees(page.command('pg_drop_replication_slot', { NAME: 'gone' }), /./)
    await desk.sees(slots, /No rows/)
    await desk.sees(page.command('npm run backup', { '/mnt/elsewhere': path.join(folder, 'elsewhere') }), /elsewhere/)
    await desk.sees(page.command('npm run scrub'), /No row points at nothing/)
    const log = path.join(house.logFolder, 'web-0.log')
    await desk.sees(page.command('truncate', { 'web.log': 'web-0.log' }), /^$/)
    insist(fs.statSync(log).size < 1_000, 'the log is as long as before')
    await newVisitor(house).call({ method: 'GET', path: '/api/nothing-there' })
    await desk.sees(page.command('/api/health/ready'), /"status":"ready"/)
    return 'slot, log and backups made room; the disk itself: drill disk-full'
  },
}
