import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findModels } from './find-models'
import { ModelShelf } from './model-shelf'
import { createPainter } from './painter'
import { modelFolder, readManifest } from './read-manifest'
import { difference, encodeTestPhoto, orderOf } from './testing/orders'
import { halvingNetwork, tinyNetwork } from './testing/tiny-network'
import type { ShownModel } from './thread-messages'

let folder: string
let house: string
let dropped: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'painter-'))
  house = join(folder, 'house')
  dropped = join(folder, 'dropped')
  await cp(modelFolder, house, { recursive: true })
  await mkdir(dropped)
})

afterEach(() => rm(folder, { recursive: true }))

/** The manifest's model, changed, as a manifest of `house`. */
async function changeManifest(change: (model: Record<string, unknown>) => object): Promise<void> {
  const manifest = JSON.parse(await readFile(join(modelFolder, 'manifest.json'), 'utf8'))
  const models = [change(manifest.models[0]), ...manifest.models.slice(1)]
  await writeFile(join(house, 'manifest.json'), JSON.stringify({ models }))
}

describe("the house's own weights", () => {
  it.each(['stylizer', 'numbers'] as const)(
    'whose %s were altered by one bit are refused in a clear sentence',
    async (name) => {
      const [model] = (await readManifest(house)).models
      const file = name === 'numbers' ? model?.numbers.file : model?.networks.stylizer.file
      const path = join(house, file ?? '')
      const bytes = await readFile(path)
      bytes[1000] = (bytes[1000] as number) ^ 1
      await writeFile(path, bytes)
      await expect(createPainter({ modelFolders: [house] })).rejects.toMatchObject({
        code: 'model_damaged',
        message: expect.stringContaining('is damaged'),
      })
    },
  )

  it('that are missing, without a manifest, or of another length than it says, are refused', async () => {
    const damaged = { code: 'model_damaged' }
    await expect(createPainter({ modelFolders: [join(folder, 'nowhere')] })).rejects.toMatchObject(damaged)
    await writeFile(join(house, 'manifest.json'), '{"name": "masters"}')
    await expect(createPainter({ modelFolders: [house] })).rejects.toMatchObject(damaged)
    await changeManifest((model) => ({ ...model, codeLength: 12 }))
    await expect(createPainter({ modelFolders: [house] })).rejects.toMatchObject(damaged)
  })

  it('run on the CPU where another provider is not to be had, and a sentence says so', async () => {
    const other = await createPainter({ providers: ['cuda', 'no-such-provider', 'cpu'], modelFolders: [house] })
    expect(other.model.provider).toBe('cpu')
    expect(other.notes.join()).toContain('cuda is not to be had')
    expect(other.notes.join()).toContain('no execution provider no-such-provider')
    await other.close()
    const bare = await createPainter({ providers: ['webgpu'], modelFolders: [house] })
    if (bare.model.provider === 'cpu') expect(bare.notes.join()).toMatch(/webgpu is not to be had .* WebGPU adapter/)
    expect(bare.notes.join()).not.toContain('/onnxruntime_src/')
    await bare.close()
  })
})

describe('networks that somebody dropped into the folder', () => {
  const photo = () => encodeTestPhoto(64, 48)

  it('paint in their one manner', async () => {
    await writeFile(join(dropped, 'negative.onnx'), tinyNetwork('Identity'))
    const painter = await createPainter({ modelFolders: [house, dropped] })
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
    const [own] = (await findModels([house])).models
    if (!own) throw new Error('The house has no model.')
    const [a, b] = own.styles
    if (!(a && b && own.photoCode)) throw new Error('The house has too few styles.')
    await writeFile(join(dropped, 'guests.onnx'), (await own.read('stylizer')) ?? '')
    const text = {
      title: { en: 'A', zh: '甲' },
      artist: { en: 'B', zh: '乙' },
      year: '2026',
      school: 'own',
      source: 'own',
    }
    const styles = [a, b].map(({ id, fine }) => ({ ...text, id: `guest-${id}`, code: [...fine] }))
    await writeFile(
      join(dropped, 'guests.json'),
      JSON.stringify({ licence: 'MIT', styles, photoCode: [...own.photoCode] }),
    )
    const { models, notes } = await findModels([house, dropped])
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
    await writeFile(join(dropped, file), bytes)
    await writeFile(join(dropped, 'good.onnx'), tinyNetwork('Identity'))
    const { models, notes } = await findModels([house, dropped])
    expect(notes.join()).toContain(`${file} is refused: ${why}`)
    expect(models.map(({ name }) => name)).toContain('good')
  })

  it.each([
    ['a folder with the name of a network', 'folder.onnx', 'folder.onnx is refused: it cannot be read: EISDIR'],
    ['a folder with the name of a description', 'other.json', 'other.json cannot be read: EISDIR'],
  ])('%s: refused with the reason, and the others paint', async (_, name, why) => {
    await mkdir(join(dropped, name))
    await writeFile(join(dropped, 'other.onnx'), tinyNetwork('Identity'))
    await writeFile(join(dropped, 'good.onnx'), tinyNetwork('Identity'))
    const { models, notes } = await findModels([house, dropped])
    expect(notes.join()).toContain(why)
    expect(models.map((model) => model.name)).toContain('good')
  })

  it('a code without codes, or codes of unequal length, are refused', async () => {
    const [own] = (await findModels([house])).models
    await writeFile(join(dropped, 'guests.onnx'), (await own?.read('stylizer')) ?? '')
    expect((await findModels([house, dropped])).notes.join()).toContain('there is no guests.json')
    const text = {
      title: { en: 'A', zh: '甲' },
      artist: { en: 'B', zh: '乙' },
      year: '2026',
      school: 'own',
      source: 'own',
    }
    const styles = [3, 4].map((length) => ({ ...text, id: `guest-${length}`, code: Array(length).fill(1) }))
    await writeFile(join(dropped, 'guests.json'), JSON.stringify({ licence: 'MIT', styles }))
    expect((await findModels([house, dropped])).notes.join()).toContain('not all of one length')
    await writeFile(join(dropped, 'guests.json'), '{"styles": 7}')
    expect((await findModels([house, dropped])).notes.join()).toContain('guests.json cannot be used')
  })
})

describe('while the painter is at work', () => {
  it('a new version is taken up without a restart, and models that go are forgotten', async () => {
    const seen: string[][] = []
    const painter = await createPainter({
      modelFolders: [house, dropped],
      onModels: (models) => seen.push(models.map(({ name, version }) => `${name} ${version}`)),
    })
    const { name, version } = painter.model
    await changeManifest((model) => ({ ...model, version: '99.0' }))
    await writeFile(join(dropped, 'late.onnx'), tinyNetwork('Identity'))
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([`${name} 99.0`, expect.stringMatching(/^late /)]), 20_000)
    expect(painter.model.version).toBe('99.0')
    const photo = await encodeTestPhoto(64, 48)
    expect(await painter.paint(orderOf(painter, photo, { longSide: 64 }))).toMatchObject({ modelVersion: '99.0' })
    const old = orderOf(painter, photo, { modelVersion: version })
    await expect(painter.paint(old)).rejects.toMatchObject({ code: 'model_missing' })
    // A version that has just come is found before anybody has looked for it.
    await changeManifest((model) => ({ ...model, version: '99.1' }))
    const justCome = orderOf(painter, photo, { longSide: 64, modelVersion: '99.1' })
    expect(await painter.paint(justCome)).toMatchObject({ modelVersion: '99.1' })
    await rm(join(dropped, 'late.onnx'))
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([`${name} 99.1`]), 20_000)
    await painter.close()
  })

  it('a study says which version it was made with', async () => {
    const painter = await createPainter({ modelFolders: [house], lessons: 0 })
    const { name, version } = painter.model
    await changeManifest((model) => ({ ...model, version: '99.0' }))
    const photo = await encodeTestPhoto(64, 48)
    const asked = await painter.study(photo, { model: { name, version: '99.0' } })
    expect(asked).toMatchObject({ modelName: name, modelVersion: '99.0' })
    // By now the house's own has gone on, whatever was known of it when the study was asked for.
    expect(await painter.study(photo)).toMatchObject({ modelVersion: '99.0' })
    const gone = painter.study(photo, { model: { name, version } })
    await expect(gone).rejects.toMatchObject({ code: 'model_missing' })
    await painter.close()
  })

  it('a thread that was replaced tells its models, which it has looked for itself', async () => {
    const names = ['a1', 'b2']
    for (const name of names) await writeFile(join(dropped, `${name}.onnx`), tinyNetwork('Identity'))
    const seen: string[][] = []
    const onModels = (models: ShownModel[]) => seen.push(models.map((model) => model.name))
    const painter = await createPainter({ modelFolders: [house, dropped], modelBytes: 1, threads: 1, onModels })
    const photo = await encodeTestPhoto(64, 48)
    // Each closes the one before: after 32 the thread is worn.
    for (let n = 0; n <= 33; n++) {
      const model = painter.models.find(({ name }) => name === names[n % 2]) as ShownModel
      const [style] = model.styles
      const { name: modelName, version: modelVersion } = model
      if (style) await painter.paint(orderOf(painter, photo, { modelName, modelVersion, style, longSide: 64 }))
    }
    expect(seen).toEqual([[painter.model.name, ...names]])
    await painter.close()
  })

  it('a manifest that turns bad is complained of once, and the models from before go on', async () => {
    const complaints: string[] = []
    const painter = await createPainter({ modelFolders: [house], onComplaint: (message) => complaints.push(message) })
    await writeFile(join(house, 'manifest.json'), '{"models": [')
    await vi.waitFor(() => expect(complaints.join()).toContain('cannot be used'), 20_000)
    const photo = await encodeTestPhoto(64, 48)
    expect((await painter.paint(orderOf(painter, photo, { longSide: 64 }))).width).toBe(64)
    expect(complaints).toHaveLength(1)
    await painter.close()
  })

  it('no more networks stay open than memory allows, and the least recently used is closed first', async () => {
    const names = ['a1', 'b2', 'c3']
    for (const name of names) await writeFile(join(dropped, `${name}.onnx`), tinyNetwork('Identity'))
    const modelBytes = 2 * tinyNetwork('Identity').byteLength
    const shelf = new ModelShelf({
      modelFolders: [house, dropped],
      modelBytes,
      providers: ['cpu'],
      threads: 1,
      budgetMs: 20_000,
    })
    await shelf.refresh()
    const model = (name: string) => {
      const found = shelf.models.find((each) => each.name === name)
      if (!found) throw new Error(`${name} was not found.`)
      return found
    }
    const first = await shelf.take(model('a1'))
    await shelf.take(model('b2'))
    expect(await shelf.take(model('a1'))).toBe(first)
    const b = await shelf.take(model('b2'))
    await shelf.take(model('a1'))
    await shelf.take(model('c3'))
    expect(shelf.closed).toBe(1)
    expect(await shelf.take(model('a1'))).toBe(first)
    expect(await shelf.take(model('b2'))).not.toBe(b)
  })

  it('a model is opened anew for another number of threads, and stays open for the same', async () => {
    const settings = { providers: ['cpu'], threads: 2, budgetMs: 20_000 }
    const shelf = new ModelShelf({ modelFolders: [house], modelBytes: 2 ** 28, ...settings })
    await shelf.refresh()
    const wide = await shelf.take(shelf.first)
    shelf.threads = 1
    const narrow = await shelf.take(shelf.first)
    expect(wide.bytes).toBe(0)
    expect(narrow.settings.threads).toBe(1)
    expect(await shelf.take(shelf.first)).toBe(narrow)
    expect(shelf.closed).toBe(1)
  })
})
