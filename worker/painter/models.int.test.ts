import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { findModels } from './find-models'
import { createPainter } from './painter'
import { readManifest } from './read-manifest'
import { changeManifest, houseFolder } from './testing/house-folder'
import { difference, encodeTestPhoto, orderOf } from './testing/orders'
import { halvingNetwork, tinyNetwork } from './testing/tiny-network'
import type { ShownModel } from './thread-messages'

const paths = houseFolder()

describe("the house's own weights", () => {
  it.each(['stylizer', 'numbers'] as const)(
    'whose %s were altered by one bit are refused in a clear sentence',
    async (name) => {
      const [model] = (await readManifest(paths.house)).models
      const file = name === 'numbers' ? model?.numbers.file : model?.networks.stylizer.file
      const path = join(paths.house, file ?? '')
      const bytes = await readFile(path)
      bytes[1000] = (bytes[1000] as number) ^ 1
      await writeFile(path, bytes)
      await expect(createPainter({ modelFolders: [paths.house] })).rejects.toMatchObject({
        code: 'model_damaged',
        message: expect.stringContaining('is damaged'),
      })
    },
  )

  it('that are missing, without a manifest, or of another length than it says, are refused', async () => {
    const damaged = { code: 'model_damaged' }
    await expect(createPainter({ modelFolders: [join(paths.folder, 'nowhere')] })).rejects.toMatchObject(damaged)
    await writeFile(join(paths.house, 'manifest.json'), '{"name": "masters"}')
    await expect(createPainter({ modelFolders: [paths.house] })).rejects.toMatchObject(damaged)
    await changeManifest(paths.house, (model) => ({ ...model, codeLength: 12 }))
    await expect(createPainter({ modelFolders: [paths.house] })).rejects.toMatchObject(damaged)
  })

  it('run on the CPU where another provider is not to be had, and a sentence says so', async () => {
    const other = await createPainter({ providers: ['cuda', 'no-such-provider', 'cpu'], modelFolders: [paths.house] })
    expect(other.model.provider).toBe('cpu')
    expect(other.notes.join()).toContain('cuda is not to be had')
    expect(other.notes.join()).toContain('no execution provider no-such-provider')
    await other.close()
    const bare = await createPainter({ providers: ['webgpu'], modelFolders: [paths.house] })
    if (bare.model.provider === 'cpu') expect(bare.notes.join()).toMatch(/webgpu is not to be had .* WebGPU adapter/)
    expect(bare.notes.join()).not.toContain('/onnxruntime_src/')
    await bare.close()
  })
})

describe('networks that somebody dropped into the folder', () => {
  const photo = () => encodeTestPhoto(64, 48)

  it('paint in their one manner', async () => {
    await writeFile(join(paths.dropped, 'negative.onnx'), tinyNetwork('Identity'))
    const painter = await createPainter({ modelFolders: [paths.house, paths.dropped] })
    const model = painter.models.find(({ name }) => name === 'negative') as ShownModel
    const [style] = model.styles
    if (!style) throw new Error('The dropped model has no style.')
    const order = orderOf(painter, await photo(), {
      modelName: model.name,
      modelVersion: model.version,
      style,
      longSide: 64,
    })
    const result = await painter.paint(order)
    expect(result).toMatchObject({ modelName: 'negative', modelVersion: model.version, quality: 'PAINTING' })
    // The network gives back what it is given; only the canvas' grain is new.
    expect(await difference(result.picture, await photo())).toBeLessThan(6)
    expect(await painter.paint({ ...order, quality: 'MASTER' })).toMatchObject({ quality: 'PAINTING', steps: 0 })
    const weak = await painter.paint({ ...order, strength: 0.5 })
    expect(await sharp(weak.picture).metadata()).toMatchObject({ width: 64, height: 48 })
    await painter.close()
  })

  it('paint in several manners where codes stand beside them', async () => {
    const [own] = (await findModels([paths.house])).models
    if (!own) throw new Error('The house has no model.')
    const [a, b] = own.styles
    if (!(a && b && own.photoCode)) throw new Error('The house has too few styles.')
    await writeFile(join(paths.dropped, 'guests.onnx'), (await own.read('stylizer')) ?? '')
    const text = {
      title: { en: 'A', zh: '甲' },
      artist: { en: 'B', zh: '乙' },
      year: '2026',
      school: 'own',
      source: 'own',
    }
    const styles = [a, b].map(({ id, fine }) => ({ ...text, id: `guest-${id}`, code: [...fine] }))
    await writeFile(
      join(paths.dropped, 'guests.json'),
      JSON.stringify({ licence: 'MIT', styles, photoCode: [...own.photoCode] }),
    )
    const { models, notes } = await findModels([paths.house, paths.dropped])
    expect(notes).toEqual([])
    const guests = models.find(({ name }) => name === 'guests')
    expect(guests?.styles.map(({ id }) => id)).toEqual(styles.map(({ id }) => id))
    expect(guests?.photoCode).toEqual(own.photoCode)
  })

  it.each([
    ['text', 'broken.onnx', Buffer.from('no network'), 'onnxruntime cannot open it'],
    ['other inputs', 'other.onnx', tinyNetwork('Identity', 'picture'), 'its inputs are picture'],
    ['other outputs', 'outputs.onnx', tinyNetwork('Identity', 'photo', 'painting'), 'its outputs are painting'],
    ['values outside 0..1', 'loud.onnx', tinyNetwork('Exp'), 'its image is not in 0..1'],
    ['sides that are no multiples of 8', 'coarse.onnx', halvingNetwork(), 'its image is float32 1 x 3 x 16 x 32, not'],
    ['a name that cannot be one', 'My Style.onnx', tinyNetwork('Identity'), 'its name must be'],
  ])('%s: refused with the reason, and the others paint', async (_, file, bytes, why) => {
    await writeFile(join(paths.dropped, file), bytes)
    await writeFile(join(paths.dropped, 'good.onnx'), tinyNetwork('Identity'))
    const { models, notes } = await findModels([paths.house, paths.dropped])
    expect(notes.join()).toContain(`${file} is refused: ${why}`)
    expect(models.map(({ name }) => name)).toContain('good')
  })

  it.each([
    ['a folder with the name of a network', 'folder.onnx', 'folder.onnx is refused: it cannot be read: EISDIR'],
    ['a folder with the name of a description', 'other.json', 'other.json cannot be read: EISDIR'],
  ])('%s: refused with the reason, and the others paint', async (_, name, why) => {
    await mkdir(join(paths.dropped, name))
    await writeFile(join(paths.dropped, 'other.onnx'), tinyNetwork('Identity'))
    await writeFile(join(paths.dropped, 'good.onnx'), tinyNetwork('Identity'))
    const { models, notes } = await findModels([paths.house, paths.dropped])
    expect(notes.join()).toContain(why)
    expect(models.map((model) => model.name)).toContain('good')
  })

  it('a code without codes, or codes of unequal length, are refused', async () => {
    const [own] = (await findModels([paths.house])).models
    await writeFile(join(paths.dropped, 'guests.onnx'), (await own?.read('stylizer')) ?? '')
    expect((await findModels([paths.house, paths.dropped])).notes.join()).toContain('there is no guests.json')
    const text = {
      title: { en: 'A', zh: '甲' },
      artist: { en: 'B', zh: '乙' },
      year: '2026',
      school: 'own',
      source: 'own',
    }
    const styles = [3, 4].map((length) => ({ ...text, id: `guest-${length}`, code: Array(length).fill(1) }))
    await writeFile(join(paths.dropped, 'guests.json'), JSON.stringify({ licence: 'MIT', styles }))
    expect((await findModels([paths.house, paths.dropped])).notes.join()).toContain('not all of one length')
    await writeFile(join(paths.dropped, 'guests.json'), '{"styles": 7}')
    expect((await findModels([paths.house, paths.dropped])).notes.join()).toContain('guests.json cannot be used')
  })
})
