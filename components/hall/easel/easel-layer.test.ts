import type { Mesh, Object3D, ShaderMaterial, Texture } from 'three'
import { expect, test } from 'vitest'
import type { EaselView } from '@/lib/contracts/easels'
import { layOut } from '@/lib/hanging/lay-out'
import { obstaclesOf } from '@/lib/hanging/obstacles'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import type { HallSpace } from '../hall-works'
import { createEaselLayer } from './easel-layer'

const spaceOf = (width: number, depth: number): HallSpace => {
  const plans = layOut([rectangularPlan({ width, depth })])
  return { rooms: [], plans, works: [], placements: [], obstacles: obstaclesOf(plans), waypoints: [] }
}
const words = { en: '', zh: '' }
const easel = (sequence: number): EaselView => ({
  ...{ id: 'ada', attempt: 1, sequence, stage: 'painting', progress: 0.5 },
  ...{ style: { title: words, artist: words }, previewUrl: `/ada/${sequence}` },
})

const bitmap = { width: 400, height: 500 }

/** A layer in a room; what it took from the browser and the graphics card, and what it gave back. */
function openLayer(space: HallSpace) {
  const [asked, given, textures, frames] = [[] as string[], [] as string[], [] as string[], [] as number[]]
  const seen: (string | null)[] = []
  const walker = { pose: { x: 0, z: 3, yaw: 0, pitch: 0 }, isWalking: false }
  const layer = createEaselLayer({
    space,
    walker,
    wake: () => frames.push(frames.length),
    onSeen: (id) => seen.push(id),
    getPicture: async (address) => {
      asked.push(address)
      return { ...bitmap, close: () => given.push(address) } as ImageBitmap
    },
  })
  const mount = () => {
    const mounted = layer.mount([])
    return { ...mounted, group: mounted.objects[0] as Object3D }
  }
  const show = async (...easels: EaselView[]) => {
    layer.show(easels)
    await new Promise((resolve) => setImmediate(resolve))
  }
  /** The texture on the easel; its end is noted under the name of its picture. */
  const textureOn = (group: Object3D): Texture | null => {
    const meshes = group.children as Mesh[]
    const uniforms = meshes.map(({ material }) => (material as ShaderMaterial).uniforms).find((one) => one.picture)
    const texture: Texture | null = uniforms?.picture?.value ?? null
    const name = asked.at(-1) ?? ''
    texture?.addEventListener('dispose', () => textures.push(name))
    return texture
  }
  return { layer, walker, mount, show, textureOn, asked, given, textures, frames, seen }
}

test('the easel is there with its picture, and goes with it', async () => {
  const { mount, show, textureOn, frames } = openLayer(spaceOf(9, 8))
  const { group } = mount()
  expect(group.visible).toBe(false)
  await show(easel(1))
  expect([group.visible, textureOn(group)?.image, frames.length]).toEqual([
    true,
    { ...bitmap, close: expect.any(Function) },
    1,
  ])
  await show()
  expect([group.visible, textureOn(group), frames.length]).toEqual([false, null, 2])
})

test('each picture is given back when the next one comes, and the last one with the canvas', async () => {
  const { mount, show, textureOn, given, textures } = openLayer(spaceOf(9, 8))
  const { group, dispose } = mount()
  await show(easel(1))
  textureOn(group)
  await show(easel(2))
  expect([textures, given]).toEqual([['/ada/1'], ['/ada/1']])
  textureOn(group)
  dispose()
  expect([textures, given]).toEqual([
    ['/ada/1', '/ada/2'],
    ['/ada/1', '/ada/2'],
  ])
})

test('on a new canvas the same picture is shown again; what comes while there is none is given back', async () => {
  const { mount, show, asked, given } = openLayer(spaceOf(9, 8))
  const first = mount()
  await show(easel(1))
  first.dispose()
  await show(easel(2))
  expect(given).toEqual(['/ada/1', '/ada/2'])
  const second = mount()
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toEqual(['/ada/1', '/ada/2', '/ada/2'])
  expect([first.group.visible, second.group.visible]).toEqual([true, true])
})

test('where there is no place for an easel nothing is asked for', async () => {
  const { layer, show, asked } = openLayer(spaceOf(3, 3))
  expect(layer.mount([]).objects).toEqual([])
  await show(easel(1))
  expect(asked).toEqual([])
})

test('while it is there it is in the way, and says whose portrait is seen', async () => {
  const space = spaceOf(9, 8)
  const { obstacles } = space
  const { mount, show, seen } = openLayer(space)
  mount()
  await show(easel(1))
  await show(easel(2))
  expect(space.obstacles.length).toBe(obstacles.length + 4 * 4)
  await show()
  expect([space.obstacles, seen]).toEqual([obstacles, ['ada', null]])
})

test('it waits for who stands in its place, and for the walk that would lead through it', async () => {
  const { layer, walker, mount, show, seen } = openLayer(spaceOf(9, 8))
  const { group, before } = mount()
  Object.assign(walker.pose, layer.place)
  await show(easel(1))
  expect([group.visible, seen, before(0)]).toEqual([false, [], false])
  Object.assign(walker, { pose: { ...walker.pose, x: 0, z: 3 }, isWalking: true })
  // Another frame is asked for, since the walk's last one might be the last of all.
  expect([before(1), group.visible]).toEqual([true, false])
  walker.isWalking = false
  expect([before(2), group.visible, seen]).toEqual([false, true, ['ada']])
})
