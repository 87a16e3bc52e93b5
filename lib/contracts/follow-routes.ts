import { byId, bySlug } from './common'
import { defineRoute } from './define-route'
import { followingPageSchema, followingQuerySchema, followStateSchema } from './follows'

/** Artists and exhibitions of which somebody wants to hear. */
export const followRoutes = {
  readArtistFollow: defineRoute({
    method: 'GET',
    path: '/api/artists/{id}/follow',
    summary: 'Whether I follow this artist, and how many do',
    caller: 'anyone',
    params: byId,
    response: followStateSchema,
    errors: ['not_found'],
  }),
  followArtist: defineRoute({
    method: 'PUT',
    path: '/api/artists/{id}/follow',
    summary: 'Be told of this artist’s new works; safe to repeat',
    caller: 'guest',
    params: byId,
    response: followStateSchema,
    errors: ['not_found', 'forbidden', 'too_many_requests'],
  }),
  unfollowArtist: defineRoute({
    method: 'DELETE',
    path: '/api/artists/{id}/follow',
    summary: 'Hear no more of this artist; safe to repeat',
    caller: 'guest',
    params: byId,
    response: followStateSchema,
    errors: ['not_found', 'too_many_requests'],
  }),
  readExhibitionFollow: defineRoute({
    method: 'GET',
    path: '/api/exhibitions/{slug}/follow',
    summary: 'Whether I follow this exhibition, and how many do',
    caller: 'anyone',
    params: bySlug,
    response: followStateSchema,
    errors: ['not_found'],
  }),
  followExhibition: defineRoute({
    method: 'PUT',
    path: '/api/exhibitions/{slug}/follow',
    summary: 'Be told when this exhibition opens, and before it closes; safe to repeat',
    caller: 'guest',
    params: bySlug,
    response: followStateSchema,
    errors: ['not_found', 'too_many_requests'],
  }),
  unfollowExhibition: defineRoute({
    method: 'DELETE',
    path: '/api/exhibitions/{slug}/follow',
    summary: 'Hear no more of this exhibition; safe to repeat',
    caller: 'guest',
    params: bySlug,
    response: followStateSchema,
    errors: ['not_found', 'too_many_requests'],
  }),
  listFollowing: defineRoute({
    method: 'GET',
    path: '/api/me/following',
    summary: 'Artists and exhibitions that I follow, the latest first',
    caller: 'person',
    query: followingQuerySchema,
    response: followingPageSchema,
    errors: ['not_signed_in', 'invalid_request'],
  }),
} as const
