import { Group, Mesh, type ShaderMaterial, type Texture, type Vector2 } from 'three'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { FloorKind } from '@/lib/hanging/atmosphere'
import { linear } from '@/lib/hanging/colour'
import type { BakedLight } from '@/lib/hanging/light/room-light'
import type { Locale } from '@/lib/i18n/locale'
import type { HallRoom, HallSpace } from '../hall-works'
import { makeCardMaterial } from '../shaders/card-material'
import { makeCeilingMaterial } from '../shaders/ceiling-material'
import { makeFittingsMaterial } from '../shaders/fittings-material'
import { makeFloorMaterial } from '../shaders/floor-material'
import { makeFrameMaterial } from '../shaders/frame-material'
import { makePaneMaterial } from '../shaders/pane-material'
import { makeBlurMaterial } from '../shaders/picture-material'
import type { TileName } from '../shaders/tile-texture'
import { makeWallMaterial } from '../shaders/wall-material'
import { buildRoom } from './room-parts'
import type { RoomsShare } from './room-view'

const floorTile: Record<FloorKind, TileName> = {
  oak: 'grain',
  chevron: 'grain',
  concrete: 'concrete',
  stone: 'concrete',
}

/** What a room is made of, but for its pictures; upright, and upside down in lean materials for the floor's mirror image. */
export interface Furnishing {
  upright: Group
  mirrored: Group
  setMirror(width: number, height: number, isPresent: boolean): void
  dispose(): void
}

/**
 * Builds a room in its light, which is computed here where `baked` is null: the dear part of a room, some tenths of a second. `mirror` is what its floor reads back; `wake` asks for a frame.
 */
export function furnishRoom(
  space: HallSpace,
  index: number,
  exhibition: ExhibitionView,
  locale: Locale,
  { tileOf, air }: RoomsShare,
  mirror: Texture,
  baked: BakedLight | null,
  wake: () => void,
): Furnishing {
  const room = space.rooms[index] as HallRoom
  const parts = buildRoom(space, index, exhibition, locale, baked, wake)
  const { atmosphere, light, bounds } = parts
  const height = room.plan.height
  const wallTile = tileOf(atmosphere.wall.kind)
  const floor = makeFloorMaterial({
    atmosphere,
    lightMap: parts.floorLight,
    bounds,
    tile: tileOf(floorTile[atmosphere.floor.kind]),
    mirror,
    plan: room.plan,
    air,
  })
  const materials: ShaderMaterial[] = [floor]
  const made = (material: ShaderMaterial) => {
    materials.push(material)
    return material
  }
  const both = (
    geometry: ConstructorParameters<typeof Mesh>[0] | null,
    make: (isReflected: boolean) => ShaderMaterial,
  ) => {
    if (!geometry) return []
    return [false, true].map((isReflected) => fixed(new Mesh(geometry, made(make(isReflected)))))
  }
  const pairs = [
    both(parts.walls, (isReflected) => makeWallMaterial(atmosphere, height, light.lamp, wallTile, isReflected)),
    both(parts.ceiling, (isReflected) =>
      makeCeilingMaterial(atmosphere, light, parts.ceilingLight, bounds, height, isReflected),
    ),
    both(parts.panes, (isReflected) =>
      makePaneMaterial(atmosphere.windows, bounds, tileOf('concrete'), air, isReflected),
    ),
    both(parts.fittings, (isReflected) => makeFittingsMaterial(tileOf('grain'), isReflected)),
    both(parts.frames, (isReflected) => makeFrameMaterial(tileOf('grain'), isReflected)),
    both(parts.blurs, (isReflected) => makeBlurMaterial(parts.blurAtlas.texture, isReflected)),
  ]
  const upright = new Group()
  const mirrored = new Group()
  for (const [above, reflected] of pairs) {
    if (above) upright.add(above)
    if (reflected) mirrored.add(reflected)
  }
  upright.add(fixed(new Mesh(parts.floor, floor)))
  if (room.works.length > 0) upright.add(fixed(new Mesh(parts.labels, made(makeCardMaterial(parts.labelTexture)))))
  if (parts.title) {
    const ink = atmosphere.field ? undefined : linear(atmosphere.lettering)
    upright.add(fixed(new Mesh(parts.title.geometry, made(makeCardMaterial(parts.title.texture, ink)))))
  }
  const resolution = floor.uniforms.resolution?.value as Vector2
  const hasMirror = floor.uniforms.hasMirror as { value: number }
  return {
    upright,
    mirrored,
    setMirror(width, depth, isPresent) {
      resolution.set(width, depth)
      hasMirror.value = isPresent ? 1 : 0
    },
    dispose() {
      parts.dispose()
      for (const material of materials) material.dispose()
    },
  }
}

/** Rooms do not move: their matrices are computed once, and instanced geometry has no box to cull by. */
function fixed(mesh: Mesh): Mesh {
  mesh.matrixAutoUpdate = false
  mesh.frustumCulled = false
  return mesh
}
