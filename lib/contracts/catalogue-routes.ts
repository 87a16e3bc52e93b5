import { artworkViewSchema } from './artworks'
import { bySlug } from './common'
import { defineRoute } from './define-route'
import { artworkParamsSchema } from './engagement'
import { exhibitionsPageSchema, exhibitionsQuerySchema, exhibitionViewSchema } from './exhibitions'

/** What the catalogue says: exhibitions with their rooms, and works. */
export const catalogueRoutes = {
  listExhibitions: defineRoute({
    method: 'GET',
    path: '/api/exhibitions',
    summary: 'Exhibitions that are open now, in the house’s order',
    caller: 'anyone',
    query: exhibitionsQuerySchema,
    response: exhibitionsPageSchema,
    errors: ['invalid_request'],
  }),
  readExhibition: defineRoute({
    method: 'GET',
    path: '/api/exhibitions/{slug}',
    summary: 'One exhibition with rooms and hangings',
    caller: 'anyone',
    params: bySlug,
    response: exhibitionViewSchema,
    errors: ['not_found'],
  }),
  readArtwork: defineRoute({
    method: 'GET',
    path: '/api/artworks/{id}',
    summary: 'One work with its label',
    caller: 'anyone',
    params: artworkParamsSchema,
    response: artworkViewSchema,
    errors: ['not_found'],
  }),
} as const
