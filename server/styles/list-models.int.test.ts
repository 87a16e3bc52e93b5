import { expect, it } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { makeMaster } from '@/server/portraits/testing/orders'
import { listModels } from './list-models'

it('counts the manners of each network and version, the house first', async () => {
  const operator = await makePerson('OPERATOR')
  expect(await listModels(operator)).toEqual([])

  for (const [position, id] of ['one', 'two', 'three', 'guest', 'gone'].entries()) await makeMaster(id, position)
  await db.style.update({ where: { id: 'three' }, data: { modelVersion: '2' } })
  await db.style.update({ where: { id: 'guest' }, data: { modelName: 'a-guest' } })
  await db.style.update({ where: { id: 'gone' }, data: { position: null } })
  expect(await listModels(operator)).toEqual([
    { name: 'm', version: '1', manners: 2 },
    { name: 'm', version: '2', manners: 1 },
    { name: 'a-guest', version: '1', manners: 1 },
  ])
})
