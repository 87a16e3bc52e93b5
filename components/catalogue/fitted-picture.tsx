import type { CSSProperties, ReactNode } from 'react'
import type { PictureView } from '@/lib/contracts/pictures'

interface FittedPictureProps {
  picture: Pick<PictureView, 'width' | 'height'>
  /** CSS length: the tallest it may become, whatever its proportions. */
  maxHeight: string
  className?: string
  children: ReactNode
}

/** As wide as its column unless that would make it taller than allowed; so a whole work is always in view at once. */
export function FittedPicture({ picture, maxHeight, className = '', children }: FittedPictureProps) {
  const ratio = (picture.width / picture.height).toFixed(4)
  return (
    <div className={className} style={{ width: `min(100%, calc(${maxHeight} * ${ratio}))` } as CSSProperties}>
      {children}
    </div>
  )
}
