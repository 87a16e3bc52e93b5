import type { BufferGeometry, DataTexture, InstancedBufferGeometry, Texture } from 'three'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { Atmosphere } from '@/lib/hanging/atmosphere'
import { atmosphereOf, frameFor } from '@/lib/hanging/atmospheres'
import { linear } from '@/lib/hanging/colour'
import { lampFor, lampOnWall } from '@/lib/hanging/light/lamp'
import { type BakedLight, bakeLightNow, type RoomLight, roomLight } from '@/lib/hanging/light/room-light'
import { type Doorway, doorwaysOf } from '@/lib/hanging/obstacles'
import type { Placement } from '@/lib/hanging/place-hangings'
import { type Bounds, boundsOf, findWall, pointOnWall, wallNormal } from '@/lib/hanging/walls'
import type { Locale } from '@/lib/i18n/locale'
import type { HallRoom, HallSpace } from '../hall-works'
import { type BlurAtlas, makeBlurAtlas } from './blur-atlas'
import { buildFittings } from './fittings'
import { buildFlat, flatLight } from './flat-geometry'
import { buildBlurs, buildCards, buildFrames, labelPlace, pictureDepth } from './frame-geometry'
import { labelSize, makeLabelAtlas } from './label-atlas'
import { buildCeiling } from './lantern'
import { drawTitle } from './title-letters'
import { buildWalls } from './wall-geometry'
import { buildPanes } from './windows'

/** A room's geometry and own textures, computed once; `dispose` gives everything back. */
export interface RoomParts {
  atmosphere: Atmosphere
  light: RoomLight
  bounds: Bounds
  walls: BufferGeometry
  floor: BufferGeometry
  ceiling: BufferGeometry
  panes: BufferGeometry | null
  floorLight: DataTexture
  ceilingLight: DataTexture
  fittings: BufferGeometry
  frames: InstancedBufferGeometry | null
  blurs: InstancedBufferGeometry | null
  blurAtlas: BlurAtlas
  labels: BufferGeometry
  labelTexture: Texture
  title: { geometry: BufferGeometry; texture: Texture } | null
  dispose(): void
}

/** `baked`: the room's light as it was published; null computes it here. */
export function buildRoom(
  space: HallSpace,
  index: number,
  exhibition: ExhibitionView,
  locale: Locale,
  baked: BakedLight | null,
  onBlurDrawn: () => void,
): RoomParts {
  const room = space.rooms[index] as HallRoom
  const { plan, works } = room
  const atmosphere = atmosphereOf(plan)
  const placements = works.map((work) => work.placement)
  const colours = works.map((work) => linear(work.artwork.picture.colour))
  const light = roomLight(plan, placements, colours, baked ?? bakeLightNow(plan, placements, colours))
  const styles = works.map(({ artwork, placement }) =>
    frameFor(atmosphere, artwork.id, placement.width, placement.height),
  )
  const depths = styles.map(pictureDepth)
  const blurAtlas = makeBlurAtlas(
    works.map((work) => work.artwork.picture),
    onBlurDrawn,
  )
  const labels = makeLabelAtlas(works, locale, atmosphere.card)
  const cards = works.map(({ placement }, at) => ({
    ...labelPlace(placement, styles[at] as (typeof styles)[number], labelSize.width),
    normal: placement.normal,
    ...labelSize,
    cell: labels.cellOf(at),
    lamp: lampAt(placements, plan.height, at),
  }))
  const parts = {
    atmosphere,
    light,
    bounds: boundsOf([plan]),
    walls: buildWalls(plan, placements, light),
    floor: buildFlat(plan, 0, true),
    ceiling: buildCeiling(plan, light, atmosphere.skylight.rise),
    panes: buildPanes(plan, atmosphere),
    floorLight: flatLight(plan, light.surfaces.floor),
    ceilingLight: flatLight(plan, light.surfaces.ceiling),
    fittings: buildFittings(plan, atmosphere, placements, light, doorsOf(space, index)),
    frames: buildFrames(placements, atmosphere, light),
    blurs: buildBlurs(placements, blurAtlas.cells, depths),
    blurAtlas,
    labels: buildCards(cards, light),
    labelTexture: labels.texture,
    title: titleOf(room, index, exhibition, atmosphere, light, locale),
  }
  return { ...parts, dispose: () => disposeParts(parts) }
}

/** How much of the lamps falls on a work's label. */
function lampAt(placements: Placement[], roomHeight: number, index: number): number {
  const { hanging, along, width, y } = placements[index] as Placement
  const here = along + width / 2 + 0.25
  return placements
    .filter((other) => other.hanging.wall === hanging.wall)
    .reduce((sum, other) => {
      const lamp = lampFor(other.width, other.height, roomHeight)
      return sum + lampOnWall(lamp, here - other.along, y - 0.15, other.y)
    }, 0.06)
}

function disposeParts(parts: Omit<RoomParts, 'dispose'>): void {
  for (const one of [
    parts.walls,
    parts.floor,
    parts.ceiling,
    parts.panes,
    parts.fittings,
    parts.frames,
    parts.blurs,
    parts.labels,
  ]) {
    one?.dispose()
  }
  for (const one of [parts.floorLight, parts.ceilingLight, parts.blurAtlas.texture, parts.labelTexture]) one.dispose()
  parts.title?.geometry.dispose()
  parts.title?.texture.dispose()
}

function doorsOf(space: HallSpace, index: number): Doorway[] {
  return doorwaysOf(space.plans).filter((door) => door.plan === index)
}

function titleOf(
  room: HallRoom,
  index: number,
  exhibition: ExhibitionView,
  atmosphere: Atmosphere,
  light: RoomLight,
  locale: Locale,
): RoomParts['title'] {
  const place = room.plan.title
  const wall = place && findWall(room.plan, place.wall)
  if (!place || !wall) return null
  const words = index === 0 ? exhibition.title[locale] : room.view.name[locale]
  const text = index === 0 ? exhibition.text[locale] : ''
  const { texture, height } = drawTitle(words, text, place.width, atmosphere)
  const [x, z] = pointOnWall(wall, place.at + place.width / 2)
  const top = Math.min(2.35, room.plan.height - 0.7)
  const card = {
    x,
    y: top - height / 2,
    z,
    normal: wallNormal(wall),
    width: place.width,
    height,
    cell: [0, 0, 1, 1] as const,
    // Where it is dark, the letters have a lamp of their own.
    lamp: atmosphere.glow > 0 ? 2 : 0,
  }
  return { geometry: buildCards([card], light), texture }
}
