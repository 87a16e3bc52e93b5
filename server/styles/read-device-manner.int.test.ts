import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { makeMaster } from '@/server/portraits/testing/orders'
import { findBrowserNetwork } from './find-browser-network'
import { readDeviceManner } from './read-device-manner'

const committed = async () => {
  const file = path.resolve('public/models/manifest.json')
  const [model] = JSON.parse(await readFile(file, 'utf8')).models
  return model as { name: string; version: string; networks: { browser: { file: string } } }
}
const numbers = (value: number) => new Uint8Array(new Float32Array([value, -value]).buffer)
const decoded = (code: string) => [...new Float32Array(new Uint8Array(Buffer.from(code, 'base64')).buffer)]

beforeAll(async () => {
  const { name: modelName, version: modelVersion } = await committed()
  await makeMaster('on-device', 0)
  await db.style.update({
    where: { id: 'on-device' },
    data: { modelName, modelVersion, code: numbers(0.5), broadCode: numbers(2) },
  })
})

it("gives a master's codes, and the address of the network that they belong to", async () => {
  const manner = await readDeviceManner('on-device', null)
  expect(manner.network).toBe(`/models/${(await committed()).networks.browser.file}`)
  expect([decoded(manner.fine), decoded(manner.broad)]).toEqual([
    [0.5, -0.5],
    [2, -2],
  ])
})

it('gives those of a work once they are learned, to whoever may see it', async () => {
  const { name: modelName, version: modelVersion } = await committed()
  const work = await makeArtwork()
  await expect(readDeviceManner(work, null)).rejects.toMatchObject({ code: 'not_on_device' })
  const titles = { titleEn: 'Pond', titleZh: '池塘', artistEn: '', artistZh: '', year: '', school: '' }
  await db.style.create({
    data: {
      id: work,
      artworkId: work,
      ...titles,
      modelName,
      modelVersion,
      codeLength: 2,
      code: numbers(1),
      broadCode: numbers(1),
    },
  })
  const { fine, broad } = await readDeviceManner(work, null)
  expect(broad).toBe(fine)
  expect(decoded(fine)).toEqual([1, -1])
  await db.artwork.update({ where: { id: work }, data: { visibility: 'PRIVATE' } })
  await expect(readDeviceManner(work, await makePerson())).rejects.toMatchObject({ code: 'style_unknown' })
})

it('gives no codes of another version of the network, and none that are not known', async () => {
  await makeMaster('of-yesterday', 1)
  await expect(readDeviceManner('of-yesterday', null)).rejects.toMatchObject({ code: 'not_on_device' })
  await expect(readDeviceManner('nobody', null)).rejects.toMatchObject({ code: 'style_unknown' })
  expect(await findBrowserNetwork({ name: (await committed()).name, version: 'another' })).toBeNull()
})
