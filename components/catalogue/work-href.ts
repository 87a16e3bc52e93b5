import type { ArtworkView } from '@/lib/contracts/artworks'

/**
 * Address of a work's page. It says in which exhibition the work is being seen only where it hangs in several and this is
 * not the first, so that a work has one address nearly always.
 */
export function workHref(artwork: Pick<ArtworkView, 'id' | 'hangsIn'>, slug?: string): string {
  const isFirst = artwork.hangsIn[0]?.slug === slug
  const isElsewhere = artwork.hangsIn.some((place) => place.slug === slug)
  return slug && !isFirst && isElsewhere ? `/works/${artwork.id}?in=${slug}` : `/works/${artwork.id}`
}
