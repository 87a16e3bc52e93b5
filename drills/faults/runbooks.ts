import { randomBytes } from 'node:crypto'
import { dataFolderAt } from '@/launcher/data-folder'
import { holdDataFolder } from '@/launcher/hold-data-folder'
import { refTo } from '@/launcher/process-lock'
import { type Drill, Skipped } from '../drill'
import { jsonOf, send } from '../house/send'
import { databaseDown, eventLoopBlocked, noWorkers, processGone } from '../runbooks/alerts'
import { Desk } from '../runbooks/desk'
import { fullDisk } from '../runbooks/full-disk'
import { lostGpu } from '../runbooks/lost-gpu'
import { RunbookPage } from '../runbooks/page'
import { abusiveUploader, hotWork } from '../runbooks/people'
import { outboxOld, redisFull } from '../runbooks/redis'
import { regionLost } from '../runbooks/region-lost'
import { restore, rotatingKeys } from '../runbooks/restore'
import { databaseBusy, slowQuery } from '../runbooks/slow-query'
import { stuckOnRedis, stuckQueue } from '../runbooks/stuck-queue'

const trials = [
  stuckQueue,
  lostGpu,
  fullDisk,
  slowQuery,
  databaseBusy,
  hotWork,
  abusiveUploader,
  databaseDown,
  noWorkers,
  processGone,
  eventLoopBlocked,
  regionLost,
  restore,
  rotatingKeys,
  stuckOnRedis,
  outboxOld,
  redisFull,
]

export const runbooks: Drill = {
  name: 'runbooks',
  title: 'each trouble that has a page in docs/runbooks, and the page’s own commands, read from it and typed',
  expected: 'every command does what its page says, and the trouble is over at the end',
  backEnds: ['postgres', 'redis'],
  async run({ backEnd, newFolder, ownHouse }) {
    const metricsToken = randomBytes(16).toString('hex')
    const house = await ownHouse({
      workers: 2,
      env: { METRICS_TOKEN: metricsToken, ORDERS_PER_MINUTE: '10' },
      workerEnv: (index) => ({ PAINTER_PROVIDERS: index === 1 ? 'cuda,cpu' : 'cpu' }),
    })
    // As `npm start` holds it: by this the commands know that the house is open, and where.
    const lock = await holdDataFolder(dataFolderAt(house.dataFolder))
    const base = house.urls[0] ?? ''
    lock.update({ port: Number(new URL(base).port), children: house.webs.map(({ pid }) => refTo(pid)) })
    const desk = new Desk(house, newFolder(), {
      B: base,
      METRICS_TOKEN: metricsToken,
      ...(house.redis && { REDIS_URL: house.redis.url }),
    })
    const [seen, failures]: [string[], string[]] = [[], []]
    try {
      await signIn(desk, base)
      for (const { page: name, run, backEnd: on } of trials) {
        if (on !== backEnd) continue
        const page = new RunbookPage(name)
        try {
          const said = await run(desk, page)
          seen.push(`${name} ${page.taken.size} of ${page.count} commands${said ? ` (${said})` : ''}`)
        } catch (error) {
          if (error instanceof Skipped) seen.push(error.message)
          else failures.push(`${name}: ${error instanceof Error ? error.message : error}`)
          await house.heal()
        }
      }
    } finally {
      lock.release()
    }
    return { isOk: failures.length === 0, seen: [...failures, ...seen].join('; ') }
  },
}

/** The operator of README.md: an account, its role, and the cookie in op.jar. */
async function signIn(desk: Desk, base: string) {
  const email = 'you@example.org'
  const password = randomBytes(12).toString('hex')
  const body = Buffer.from(JSON.stringify({ name: 'Ada', email, password }))
  const headers = { 'content-type': 'application/json', origin: base }
  const answer = await send({ method: 'POST', url: `${base}/api/account/sign-up`, headers, body })
  if (answer.status !== 201) throw new Error(`no account for the operator: ${JSON.stringify(jsonOf(answer))}`)
  await desk.house.query(`UPDATE "Person" SET role = 'OPERATOR' WHERE email = $1`, [email])
  const readme = new RunbookPage('README')
  await desk.sees(readme.command('sign-in', { '"…"': `"${password}"` }), /\{/)
}
