import type OpenSeadragonModule from 'openseadragon'
import { finestLevel, type PictureView, tileUrl, tiling } from '@/lib/contracts/pictures'
import type { Detail } from '../engine/hall-address'
import { type Bounds, boundsOfDetail, detailOf } from './framing'

export interface ViewerEvents {
  /** What screen readers say of it. */
  label: string
  /** The picture is there, at the framing that it has on the wall. */
  onShown(): void
  /** How much nearer than on the wall, 1 and more; while it changes. */
  onNearness(times: number): void
  /** It has come to rest on a part of the picture. */
  onRest(detail: Detail, times: number): void
  /** One went back as far as the wall. */
  onBack(): void
}

export interface ZoomViewer {
  zoomBy(factor: number): void
  showWhole(): void
  /** Moves back to the framing on the wall; `done` is called there. */
  leave(done: () => void): void
  focus(): void
  dispose(): void
}

/** Coarser levels than this are smaller than what hangs on the wall already. */
const coarsest = 8
const mostPixelRatio = 4

/** A viewer of tiles over `element`, which begins with exactly the picture on the wall (`wall`, in widths of the picture). */
export async function openViewer(
  element: HTMLElement,
  picture: PictureView,
  wall: Bounds,
  detail: Detail | null,
  prefersStill: boolean,
  events: ViewerEvents,
): Promise<ZoomViewer> {
  const { default: OpenSeadragon } = await import('openseadragon')
  const finest = finestLevel(picture.width, picture.height)
  const height = picture.height / picture.width
  const viewer = OpenSeadragon({
    element,
    // The processor's canvas: no second graphics context, and what the file says is what the screen shows.
    drawer: 'canvas',
    showNavigationControl: false,
    immediateRender: true,
    blendTime: prefersStill ? 0 : 0.15,
    animationTime: prefersStill ? 0 : 0.7,
    minZoomLevel: 1 / wall.width,
    maxZoomPixelRatio: mostPixelRatio,
    visibilityRatio: 0.5,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true, scrollToZoom: true },
    tileSources: {
      width: picture.width,
      height: picture.height,
      tileSize: tiling.side,
      tileOverlap: tiling.overlap,
      minLevel: Math.min(coarsest, finest),
      maxLevel: finest,
      getTileUrl: (level: number, x: number, y: number) => tileUrl(picture, level, x, y),
    } as OpenSeadragonModule.TileSourceOptions,
  })
  const rectangle = (bounds: Bounds) => new OpenSeadragon.Rect(bounds.x, bounds.y, bounds.width, bounds.height)
  const times = () => viewer.viewport.getZoom(true) * wall.width
  let isLeaving = false
  viewer.canvas.setAttribute('role', 'application')
  viewer.canvas.setAttribute('aria-label', events.label)

  viewer.addOnceHandler('open', () => {
    viewer.viewport.fitBounds(rectangle(wall), true)
    viewer.addOnceHandler('tile-drawn', () => {
      events.onShown()
      if (detail) viewer.viewport.fitBounds(rectangle(boundsOfDetail(detail, height)), prefersStill)
    })
  })
  // Its keys for turning and mirroring: paintings hang as they were painted, and no address could tell of it.
  viewer.addHandler('canvas-key', (event) => {
    if (/^Key[FR]$/.test((event.originalEvent as KeyboardEvent).code)) event.preventDefaultAction = true
  })
  viewer.addHandler('update-viewport', () => events.onNearness(times()))
  viewer.addHandler('animation-finish', () => {
    if (!isLeaving) events.onRest(detailOf(viewer.viewport.getBounds(true), height), times())
  })
  viewer.addHandler('canvas-scroll', (event) => {
    if (event.scroll !== undefined && event.scroll < 0 && times() < 1.02) events.onBack()
  })

  return {
    zoomBy(factor) {
      viewer.viewport.zoomBy(factor)
      viewer.viewport.applyConstraints()
    },
    showWhole() {
      viewer.viewport.fitBounds(rectangle(wall))
    },
    leave(done) {
      isLeaving = true
      if (prefersStill || times() < 1.01) return done()
      viewer.addOnceHandler('animation-finish', done)
      viewer.viewport.fitBounds(rectangle(wall))
    },
    focus() {
      viewer.canvas.focus({ preventScroll: true })
    },
    dispose() {
      viewer.destroy()
    },
  }
}
