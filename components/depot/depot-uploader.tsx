'use client'

import { Uploader } from './uploader'

const intoTheDepot = { as: 'depot', keepDuplicate: false } as const
const hrefOf = (artworkId: string) => `/curator/depot/${artworkId}`

/** Pictures for the depot. */
export function DepotUploader() {
  return <Uploader wish={intoTheDepot} hrefOf={hrefOf} />
}
