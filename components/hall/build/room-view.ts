import { Group, Mesh, PlaneGeometry, type ShaderMaterial, type Texture, type WebGLRenderer } from 'three'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import { atmosphereOf, frameFor } from '@/lib/hanging/atmospheres'
import type { Locale } from '@/lib/i18n/locale'
import type { HallRoom, HallSpace } from '../hall-works'
import type { Air } from '../shaders/pane-material'
import { makePictureMaterial } from '../shaders/picture-material'
import { paintTile, type TileName } from '../shaders/tile-texture'
import type { BakedLights } from './baked-lights'
import { pictureDepth } from './frame-geometry'
import { type Furnishing, furnishRoom } from './furnish-room'
import { createMirrorTarget, type MirrorTarget } from './mirror-target'

export interface Picture3D {
  mesh: Mesh
  uniforms: { picture: { value: Texture | null }; presence: { value: number } }
}

/** A room of the hall: there at once and empty, furnished when its turn comes. */
export interface RoomView3D {
  group: Group
  /** The same room upside down, in lean materials, for the floor's mirror image. */
  mirrored: Group
  mirrorTarget: MirrorTarget
  pictures: Picture3D[]
  readonly isFurnished: boolean
  /** Builds what the room is made of, and hangs it in once `prepare` is done with it. */
  furnish(prepare: (furnishing: Furnishing) => Promise<void>): Promise<void>
  /** Size of the drawing buffer, and whether this floor has a mirror image in this frame. */
  setMirror(width: number, height: number, isPresent: boolean): void
  dispose(): void
}

/** What the rooms of one renderer share: tiles, and the air outside. */
export interface RoomsShare {
  tileOf(name: TileName): Texture
  air: Air
}

/** `bakedOf` gives a room's light as it was published, if it was; `wake` asks for a frame. */
export function createRoomView(
  space: HallSpace,
  index: number,
  exhibition: ExhibitionView,
  locale: Locale,
  shared: RoomsShare,
  bakedOf: BakedLights,
  wake: () => void,
): RoomView3D {
  const [group, mirrored] = [new Group(), new Group()]
  mirrored.scale.y = -1
  const mirrorTarget = createMirrorTarget()
  const square = new PlaneGeometry(1, 1)
  const pictures = makePictures(space.rooms[index] as HallRoom, square)
  let furnishing: Furnishing | null = null
  let isGone = false
  return {
    group,
    mirrored,
    mirrorTarget,
    pictures,
    get isFurnished() {
      return furnishing !== null
    },
    async furnish(prepare) {
      const baked = await bakedOf(index)
      if (isGone) return
      const made = furnishRoom(space, index, exhibition, locale, shared, mirrorTarget.target.texture, baked, wake)
      await prepare(made)
      if (isGone) return made.dispose()
      furnishing = made
      group.add(made.upright, ...pictures.map((picture) => picture.mesh))
      mirrored.add(made.mirrored)
    },
    setMirror(width, height, isPresent) {
      furnishing?.setMirror(width, height, isPresent)
    },
    dispose() {
      isGone = true
      furnishing?.dispose()
      square.dispose()
      mirrorTarget.target.dispose()
      for (const { mesh } of pictures) (mesh.material as ShaderMaterial).dispose()
    },
  }
}

/** One mesh for each work, just before its wall; seen once it has a texture. */
function makePictures({ plan, works }: HallRoom, square: PlaneGeometry): Picture3D[] {
  const atmosphere = atmosphereOf(plan)
  return works.map(({ artwork, placement }): Picture3D => {
    const { x, y, z, normal, width, height } = placement
    const material = makePictureMaterial()
    const mesh = new Mesh(square, material)
    const out = pictureDepth(frameFor(atmosphere, artwork.id, width, height)) + 0.0008
    mesh.position.set(x + normal[0] * out, y, z + normal[1] * out)
    mesh.rotation.y = Math.atan2(normal[0], normal[1])
    mesh.scale.set(width, height, 1)
    mesh.visible = false
    mesh.updateMatrix()
    mesh.matrixAutoUpdate = false
    return { mesh, uniforms: material.uniforms as Picture3D['uniforms'] }
  })
}

/** For all rooms of one renderer; coarse tiles where the processor paints them. */
export function createRoomsShare(gl: WebGLRenderer, isCoarse: boolean): RoomsShare & { dispose(): void } {
  const targets = new Map<TileName, ReturnType<typeof paintTile>>()
  return {
    air: { value: 0 },
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
