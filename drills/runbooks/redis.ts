import { anyStyle, until, untilEnded } from '../house/ask'
import { insist } from '../show/steps'
import { newVisitor } from './new-visitor'
import type { Trial } from './trial'

export const outboxOld: Trial = {
  page: 'outbox-old',
  backEnd: 'redis',
  async run(desk, page) {
    const { house } = desk
    const style = await anyStyle(house)
    const ping = page.command('redis-cli ping')
    await desk.sees(ping, /PONG/)
    house.redis?.freeze()
    const order = newVisitor(house).order(style)
    const question = page.command('"OutboxEntry"')
    const isWaiting = await until(async () => /\| +[1-9]\d* \|/.test((await desk.run(question)).out), 30_000, 500)
    await desk.sees(`timeout 5 bash -c 'curl -s $B/api/health/ready'`, /"queue":\{"status":"down"/)
    house.redis?.resume()
    const { orderId, answer } = await order
    if (!orderId) return `Redis frozen: the order was answered ${answer.status}, nothing waits`
    insist(isWaiting, 'the outbox does not tell what waits')
    insist((await untilEnded(house, [orderId], 90_000)).length === 0, 'what waited in the outbox was lost')
    // A job may have got through although its answer did not: then it is sent, and marked, once more.
    const isMarked = await until(async () => /0 rows/.test((await desk.run(question)).out), 15_000, 500)
    insist(isMarked, 'the outbox still tells of what is painted')
    return 'an order taken while Redis was frozen stood in the outbox, and was painted when Redis was back'
  },
}

export const redisFull: Trial = {
  page: 'redis-full',
  backEnd: 'redis',
  async run(desk, page) {
    const { house } = desk
    const style = await anyStyle(house)
    for (const worker of house.workers) worker.freeze()
    const { orderId: queued = '' } = await newVisitor(house).order(style)
    await desk.sees('redis-cli -u "$REDIS_URL" config set maxmemory 1mb', /OK/)
    await desk.sees(page.command('info memory'), /used_memory:/)
    await desk.sees(page.command('--bigkeys'), /Biggest|keyspace/)
    await desk.sees(page.command('config get maxmemory-policy'), /noeviction/)
    const { orderId: late = '', answer } = await newVisitor(house).order(style)
    await desk.sees(page.command('config set maxmemory'), /OK/)
    await desk.sees(page.command('flushall'), /OK/)
    await house.heal()
    const orders = [queued, late].filter(Boolean)
    insist((await untilEnded(house, orders, 120_000)).length === 0, 'what was queued before FLUSHALL was lost')
    return `with Redis full an order was answered ${answer.status}; after FLUSHALL ${orders.length} orders were painted`
  },
}
