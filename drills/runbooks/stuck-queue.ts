import { anyStyle, holderOf, readOrders, until, untilEnded } from '../house/ask'
import { insist } from '../show/steps'
import { newVisitor } from './new-visitor'
import type { Trial } from './trial'

export const stuckQueue: Trial = {
  page: 'stuck-queue',
  backEnd: 'postgres',
  async run(desk, page) {
    const { house } = desk
    const style = await anyStyle(house)
    const [worker] = house.workers
    insist(worker, 'there is no worker')
    const pid = String(worker.pid)
    for (const each of house.workers) each.freeze()
    const orders = await Promise.all([1, 2, 3].map(async () => (await newVisitor(house).order(style)).orderId ?? ''))
    const doctor = page.command('npm run doctor')
    const isSilent = await until(
      async () => /BAD +queue +3 orders wait.*0 workers are heard/.test((await desk.run(doctor)).out),
      60_000,
      1_000,
    )
    insist(isSilent, 'the doctor does not miss the frozen worker')
    await desk.sees(page.command('max(attempt)'), /QUEUED[^\n]*3/)
    await desk.sees(page.command('"WorkerPresence\\"'), new RegExp(`-${pid}-`))
    await desk.sees(page.command('"OutboxEntry\\"'), /No rows|dispatch|portrait/i)
    await desk.sees(page.command('pg_locks'), /pid/)
    await desk.sees(page.command('bullmq.job'), /wait/)
    const hold = page.command('/api/admission/rung')
    await desk.sees(hold, /"rung":2/)
    await desk.sees(hold.replace('{"rung":2}', '{"rung":null}'), /"rung":0/)
    await desk.sees(page.command('kill -9 PID', { PID: pid }), /^$/)
    insist(await until(async () => !worker.isRunning, 5_000), 'the frozen worker lives')
    for (const each of house.workers) if (each.isRunning) await each.kill()
    await house.heal()
    insist((await untilEnded(house, orders, 90_000)).length === 0, 'orders of the frozen worker wait for ever')
    await desk.sees(doctor, /ok +queue/, (await desk.run(doctor)).code ?? 0)

    // One that stops every worker that takes it.
    const { orderId: killer = '' } = await newVisitor(house).order(style, { quality: 'MASTER', size: 768 })
    for (const attempt of [1, 2]) {
      const held = await until(
        async () => {
          const [order] = await readOrders(house, [killer])
          return order?.attempt === attempt && order.status === 'PAINTING' && holderOf(house, order)
        },
        60_000,
        10,
      )
      insist(held, `nobody painted at attempt ${attempt}`)
      await held.kill()
      await held.startAndWait()
    }
    const isSetAside = async () => (await readOrders(house, [killer]))[0]?.status === 'FAILED'
    insist(await until(isSetAside, 60_000, 100), 'what stopped two workers was not set aside')
    await desk.sees(page.command('op.jar $B/api/set-aside'), new RegExp(killer))
    await desk.sees(page.command('/retry', { '/ID/': `/${killer}/` }), /"ok":true/)
    const isPainted = async () => (await readOrders(house, [killer]))[0]?.status === 'PAINTED'
    insist(await until(isPainted, 120_000, 250), 'what was tried again was not painted')
    return '3 orders behind a frozen worker painted after kill -9; one that stopped two workers, tried again and painted'
  },
}

export const stuckOnRedis: Trial = {
  page: 'stuck-queue',
  backEnd: 'redis',
  async run(desk, page) {
    await desk.sees(page.command('redis-cli -u "$REDIS_URL" ping'), /PONG/)
    await desk.sees(page.command('config get maxmemory-policy'), /noeviction/)
    return undefined
  },
}
