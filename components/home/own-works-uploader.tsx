'use client'

import { Uploader } from '@/components/depot/uploader'

const asOwn = { as: 'own', keepDuplicate: false } as const
const hrefOf = (artworkId: string) => `/me/works/${artworkId}`

/** An artist's own pictures, private until shown. */
export function OwnWorksUploader() {
  return <Uploader wish={asOwn} hrefOf={hrefOf} />
}
