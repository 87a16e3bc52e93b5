import { anyStyle, publicWorks } from '../house/ask'
import { insist } from '../show/steps'
import { newVisitor } from './new-visitor'
import type { Trial } from './trial'

export const hotWork: Trial = {
  page: 'hot-work',
  backEnd: 'postgres',
  async run(desk, page) {
    const { house } = desk
    const [work = ''] = await publicWorks(house, 1)
    const guests = await Promise.all(Array.from({ length: 12 }, () => newVisitor(house).comeIn(work)))
    const answers = await Promise.all(guests.map((guest) => guest.mark('like', work, true)))
    insist(
      answers.every(({ status }) => status === 200),
      'likes were refused',
    )
    await desk.sees(page.command('AS likes'), new RegExp(`${work}.*12`))
    await desk.sees(page.command('/metrics'), /requests_in_flight/)
    await desk.sees(page.command('wait_event_type'), /count|No rows/)
    return '12 likes of one work by 12 guests at once: first in the list, all answered 200'
  },
}

export const abusiveUploader: Trial = {
  page: 'abusive-uploader',
  backEnd: 'postgres',
  async run(desk, page) {
    const { house } = desk
    const [style, [work = '']] = [await anyStyle(house), await publicWorks(house, 1)]
    for (const worker of house.workers) worker.freeze()
    try {
      const person = await newVisitor(house).comeIn(work)
      const statuses: number[] = []
      for (let index = 0; index < 12; index++) statuses.push((await person.order(style)).answer.status)
      const [taken, refused] = [202, 429].map((wanted) => statuses.filter((status) => status === wanted).length)
      insist(taken === 10 && refused === 2, `of 12 orders ${statuses.join(', ')}`)
      await desk.sees(page.command('AS photos'), new RegExp(`${person.personId}.*true.*10`))
      await desk.sees(page.command('ipAddress'), /198\.1[89]\./)
      const values = { PERSON: person.personId }
      const close = page.command('/ban', values)
      await desk.sees(close, /\{/)
      const said = await desk.sees(page.command('CANCELLED', values), /id/)
      insist(said.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g)?.length === 10, 'not all that waited were cancelled')
      const after = (await person.order(style)).answer.status
      insist(after === 401, `the closed person’s order was answered ${after}`)
      const isClosed = async () => {
        const [row] = await house.query(`SELECT "bannedAt" IS NOT NULL AS "is" FROM "Person" WHERE "id" = $1`, [
          person.personId,
        ])
        return row?.is === true
      }
      insist(await isClosed(), 'the person is not closed')
      await desk.sees(close.replace('-X PUT', '-X DELETE'), /\{/)
      insist(!(await isClosed()), 'the person was not opened again')
      return `12 orders: ${taken} taken, ${refused} refused; closed: the next 401, ten cancelled; opened again`
    } finally {
      await house.heal()
    }
  },
}
