'use client'

import { useState } from 'react'

interface FadingPictureProps {
  src: string
  alt: string
}

interface Layer {
  src: string
  isReady: boolean
}

/**
 * Shows a picture, and each next one by fading it in over the last. A picture that has not arrived, or cannot be had any more,
 * never covers the one that has.
 */
export function FadingPicture({ src, alt }: FadingPictureProps) {
  const [layers, setLayers] = useState<Layer[]>([{ src, isReady: false }])
  if (layers.at(-1)?.src !== src) {
    setLayers([...layers.filter(({ isReady }) => isReady).slice(-2), { src, isReady: false }])
  }
  const markReady = (arrived: string) =>
    setLayers((present) =>
      present.some((layer) => layer.src === arrived && !layer.isReady)
        ? present.map((layer) => (layer.src === arrived ? { ...layer, isReady: true } : layer))
        : present,
    )
  const dropBelow = (settled: string) =>
    setLayers((present) => present.slice(present.findIndex((layer) => layer.src === settled)))

  return layers.map((layer, index) => (
    // biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already
    <img
      key={layer.src}
      src={layer.src}
      alt={index === layers.length - 1 ? alt : ''}
      // A picture of the server's page may have arrived before this code did, and its load event with it.
      ref={(image) => {
        if (image?.complete && image.naturalWidth > 0) markReady(layer.src)
      }}
      onLoad={() => markReady(layer.src)}
      onTransitionEnd={() => dropBelow(layer.src)}
      className={`absolute inset-0 size-full object-cover transition-opacity duration-700 ${layer.isReady ? '' : 'opacity-0'}`}
    />
  ))
}
