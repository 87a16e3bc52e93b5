import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ModelShelf } from './model-shelf'
import { createPainter } from './painter'
import { changeManifest, houseFolder } from './testing/house-folder'
import { encodeTestPhoto, orderOf } from './testing/orders'
import { tinyNetwork } from './testing/tiny-network'
import type { ShownModel } from './thread-messages'

const paths = houseFolder()

describe('while the painter is at work', () => {
  it('a new version is taken up without a restart, and models that go are forgotten', async () => {
    const seen: string[][] = []
    const painter = await createPainter({
      modelFolders: [paths.house, paths.dropped],
      onModels: (models) => seen.push(models.map(({ name, version }) => `${name} ${version}`)),
    })
    const { name, version } = painter.model
    await changeManifest(paths.house, (model) => ({ ...model, version: '99.0' }))
    await writeFile(join(paths.dropped, 'late.onnx'), tinyNetwork('Identity'))
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([`${name} 99.0`, expect.stringMatching(/^late /)]), 20_000)
    expect(painter.model.version).toBe('99.0')
    const photo = await encodeTestPhoto(64, 48)
    expect(await painter.paint(orderOf(painter, photo, { longSide: 64 }))).toMatchObject({ modelVersion: '99.0' })
    const old = orderOf(painter, photo, { modelVersion: version })
    await expect(painter.paint(old)).rejects.toMatchObject({ code: 'model_missing' })
    // A version that has just come is found before anybody has looked for it.
    await changeManifest(paths.house, (model) => ({ ...model, version: '99.1' }))
    const justCome = orderOf(painter, photo, { longSide: 64, modelVersion: '99.1' })
    expect(await painter.paint(justCome)).toMatchObject({ modelVersion: '99.1' })
    await rm(join(paths.dropped, 'late.onnx'))
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([`${name} 99.1`]), 20_000)
    await painter.close()
  })

  it('a study says which version it was made with', async () => {
    const painter = await createPainter({ modelFolders: [paths.house], lessons: 0 })
    const { name, version } = painter.model
    await changeManifest(paths.house, (model) => ({ ...model, version: '99.0' }))
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
    for (const name of names) await writeFile(join(paths.dropped, `${name}.onnx`), tinyNetwork('Identity'))
    const seen: string[][] = []
    const onModels = (models: ShownModel[]) => seen.push(models.map((model) => model.name))
    const painter = await createPainter({
      modelFolders: [paths.house, paths.dropped],
      modelBytes: 1,
      threads: 1,
      onModels,
    })
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
    const painter = await createPainter({
      modelFolders: [paths.house],
      onComplaint: (message) => complaints.push(message),
    })
    await writeFile(join(paths.house, 'manifest.json'), '{"models": [')
    await vi.waitFor(() => expect(complaints.join()).toContain('cannot be used'), 20_000)
    const photo = await encodeTestPhoto(64, 48)
    expect((await painter.paint(orderOf(painter, photo, { longSide: 64 }))).width).toBe(64)
    expect(complaints).toHaveLength(1)
    await painter.close()
  })

  it('no more networks stay open than memory allows, and the least recently used is closed first', async () => {
    const names = ['a1', 'b2', 'c3']
    for (const name of names) await writeFile(join(paths.dropped, `${name}.onnx`), tinyNetwork('Identity'))
    const modelBytes = 2 * tinyNetwork('Identity').byteLength
    const shelf = new ModelShelf({
      modelFolders: [paths.house, paths.dropped],
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
    const shelf = new ModelShelf({ modelFolders: [paths.house], modelBytes: 2 ** 28, ...settings })
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
