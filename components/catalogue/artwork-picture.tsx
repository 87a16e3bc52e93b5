import { type PictureView, pictureSrcSet, pictureUrl } from '@/lib/contracts/pictures'

interface ArtworkPictureProps {
  picture: PictureView
  /** Empty where a caption next to it says the same. */
  alt: string
  /** As in `<img sizes>`: how wide it is drawn. */
  sizes: string
  /** The page's most important picture: loaded at once, before anything else; the others leave it the line (docs/decisions/0181). */
  isFirst?: boolean
}

/**
 * A picture in its true proportions. Its place is kept from the first byte by width, height and the 32 px blur, so nothing
 * on the page moves when it arrives; without JavaScript too.
 */
export function ArtworkPicture({ picture, alt, sizes, isFirst = false }: ArtworkPictureProps) {
  return (
    <span
      className="relative block w-full overflow-hidden"
      style={{ aspectRatio: `${picture.width} / ${picture.height}`, backgroundColor: picture.colour }}
    >
      {/* biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already */}
      <img src={picture.blur} alt="" aria-hidden="true" className="absolute inset-0 size-full object-cover blur-md" />
      <picture>
        {picture.access === null && <source type="image/avif" srcSet={pictureSrcSet(picture, 'avif')} sizes={sizes} />}
        <source type="image/webp" srcSet={pictureSrcSet(picture)} sizes={sizes} />
        <img
          src={pictureUrl(picture, 1024, 'jpg')}
          srcSet={pictureSrcSet(picture, 'jpg')}
          sizes={sizes}
          width={picture.width}
          height={picture.height}
          alt={alt}
          loading={isFirst ? 'eager' : 'lazy'}
          fetchPriority={isFirst ? 'high' : 'low'}
          decoding={isFirst ? 'sync' : 'async'}
          className="absolute inset-0 size-full object-cover text-label text-ink"
        />
      </picture>
    </span>
  )
}
