import { Group, Mesh, PlaneGeometry, type ShaderMaterial, type Texture, type Vector2, type WebGLRenderer } from 'three'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { Locale } from '@/lib/i18n/locale'
import type { FloorKind } from '../atmospheres'
import { linear } from '../colour'
import type { HallRoom, HallSpace } from '../hall-works'
import { makeCardMaterial } from '../shaders/card-material'
import { makeCeilingMaterial } from '../shaders/ceiling-material'
import { makeFittingsMaterial } from '../shaders/fittings-material'
import { makeFloorMaterial } from '../shaders/floor-material'
import { makeFrameMaterial } from '../shaders/frame-material'
import { makePaneMaterial } from '../shaders/pane-material'
import { makeBlurMaterial, makePictureMaterial } from '../shaders/picture-material'
import { paintTile, type TileName } from '../shaders/tile-texture'
import { makeWallMaterial } from '../shaders/wall-material'
import { createMirrorTarget, type MirrorTarget } from './mirror-target'
import { buildRoom } from './room-parts'

export interface Picture3D {
  mesh: Mesh
  uniforms: { picture: { value: Texture | null }; presence: { value: number } }
}

/** A room ready to be drawn. */
export interface RoomView3D {
  group: Group
  /** The same room upside down, in lean materials, for the floor's mirror image. */
  mirrored: Group
  mirrorTarget: MirrorTarget
  pictures: Picture3D[]
  /** Size of the drawing buffer, and whether this floor has a mirror image in this frame. */
  setMirror(width: number, height: number, isPresent: boolean): void
  dispose(): void
}

const floorTile: Record<FloorKind, TileName> = {
  oak: 'grain',
  chevron: 'grain',
  concrete: 'concrete',
  stone: 'concrete',
}

/** Builds one room of the hall. `tileOf` gives the tiles that rooms share; `wake` asks for a frame. */
export function buildRoomView(
  space: HallSpace,
  index: number,
  exhibition: ExhibitionView,
  locale: Locale,
  tileOf: (name: TileName) => Texture,
  wake: () => void,
): RoomView3D {
  const room = space.rooms[index] as HallRoom
  const parts = buildRoom(space, index, exhibition, locale, wake)
  const { atmosphere, light, bounds } = parts
  const height = room.plan.height
  const wallTile = tileOf(atmosphere.wall.kind)
  const mirrorTarget = createMirrorTarget()
  const floor = makeFloorMaterial({
    atmosphere,
    lightMap: parts.floorLight,
    bounds,
    tile: tileOf(floorTile[atmosphere.floor.kind]),
    mirror: mirrorTarget.target.texture,
    plan: room.plan,
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
    both(parts.panes, (isReflected) => makePaneMaterial(atmosphere.windows, bounds, tileOf('concrete'), isReflected)),
    both(parts.fittings, (isReflected) => makeFittingsMaterial(tileOf('grain'), isReflected)),
    both(parts.frames, (isReflected) => makeFrameMaterial(tileOf('grain'), isReflected)),
    both(parts.blurs, (isReflected) => makeBlurMaterial(parts.blurAtlas.texture, isReflected)),
  ]
  const group = new Group()
  const mirrored = new Group()
  for (const [upright, reflected] of pairs) {
    if (upright) group.add(upright)
    if (reflected) mirrored.add(reflected)
  }
  mirrored.scale.y = -1
  group.add(fixed(new Mesh(parts.floor, floor)))
  if (room.works.length > 0) group.add(fixed(new Mesh(parts.labels, made(makeCardMaterial(parts.labelTexture)))))
  if (parts.title) {
    group.add(
      fixed(new Mesh(parts.title.geometry, made(makeCardMaterial(parts.title.texture, linear(atmosphere.lettering))))),
    )
  }
  const square = new PlaneGeometry(1, 1)
  const pictures = room.works.map(({ placement }, at): Picture3D => {
    const material = made(makePictureMaterial())
    const mesh = new Mesh(square, material)
    const out = (parts.depths[at] ?? 0.01) + 0.0008
    mesh.position.set(placement.x + placement.normal[0] * out, placement.y, placement.z + placement.normal[1] * out)
    mesh.rotation.y = Math.atan2(placement.normal[0], placement.normal[1])
    mesh.scale.set(placement.width, placement.height, 1)
    mesh.visible = false
    mesh.updateMatrix()
    mesh.matrixAutoUpdate = false
    group.add(mesh)
    return { mesh, uniforms: material.uniforms as Picture3D['uniforms'] }
  })
  const resolution = floor.uniforms.resolution?.value as Vector2
  const hasMirror = floor.uniforms.hasMirror as { value: number }
  return {
    group,
    mirrored,
    mirrorTarget,
    pictures,
    setMirror(width, depth, isPresent) {
      resolution.set(width, depth)
      hasMirror.value = isPresent ? 1 : 0
    },
    dispose() {
      parts.dispose()
      square.dispose()
      mirrorTarget.target.dispose()
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

/** Tiles for all rooms of one renderer; coarse ones where the processor paints them. */
export function createTiles(
  gl: WebGLRenderer,
  isCoarse: boolean,
): { tileOf(name: TileName): Texture; dispose(): void } {
  const targets = new Map<TileName, ReturnType<typeof paintTile>>()
  return {
    tileOf(name) {
      const target = targets.get(name) ?? paintTile(gl, name, (name === 'plaster' ? 512 : 1024) / (isCoarse ? 2 : 1))
      targets.set(name, target)
      return target.texture
    },
    dispose() {
      for (const target of targets.values()) target.dispose()
    },
  }
}
