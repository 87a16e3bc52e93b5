import { myMarksSchema } from './artworks'
import { defineRoute } from './define-route'
import {
  artworkParamsSchema,
  favouriteNoteSchema,
  favouriteResponseSchema,
  favouritesPageSchema,
  favouritesQuerySchema,
  likeResponseSchema,
  marksQuerySchema,
} from './engagement'

/** Likes, favourites and their notes. */
export const engagementRoutes = {
  like: defineRoute({
    method: 'PUT',
    path: '/api/artworks/{id}/like',
    summary: 'Like a work; safe to repeat',
    caller: 'guest',
    params: artworkParamsSchema,
    response: likeResponseSchema,
    errors: ['not_found', 'too_many_requests'],
  }),
  unlike: defineRoute({
    method: 'DELETE',
    path: '/api/artworks/{id}/like',
    summary: 'Take a like back; safe to repeat',
    caller: 'guest',
    params: artworkParamsSchema,
    response: likeResponseSchema,
    errors: ['not_found', 'too_many_requests'],
  }),
  keep: defineRoute({
    method: 'PUT',
    path: '/api/artworks/{id}/favourite',
    summary: 'Keep a work among the favourites; safe to repeat',
    caller: 'guest',
    params: artworkParamsSchema,
    response: favouriteResponseSchema,
    errors: ['not_found', 'too_many_requests'],
  }),
  unkeep: defineRoute({
    method: 'DELETE',
    path: '/api/artworks/{id}/favourite',
    summary: 'Remove a work from the favourites; safe to repeat',
    caller: 'guest',
    params: artworkParamsSchema,
    response: favouriteResponseSchema,
    errors: ['not_found', 'too_many_requests'],
  }),
  noteFavourite: defineRoute({
    method: 'PUT',
    path: '/api/artworks/{id}/favourite/note',
    summary: 'My own words on a work that I keep, for nobody else; safe to repeat',
    caller: 'person',
    params: artworkParamsSchema,
    body: favouriteNoteSchema,
    response: favouriteNoteSchema,
    errors: ['not_signed_in', 'invalid_request', 'not_found', 'too_many_requests'],
  }),
  myMarks: defineRoute({
    method: 'GET',
    path: '/api/me/marks',
    summary: 'Which of these works I like and keep',
    caller: 'anyone',
    query: marksQuerySchema,
    response: myMarksSchema,
    errors: ['invalid_request'],
  }),
  myFavourites: defineRoute({
    method: 'GET',
    path: '/api/me/favourites',
    summary: 'Works I keep, newest first',
    caller: 'person',
    query: favouritesQuerySchema,
    response: favouritesPageSchema,
    errors: ['not_signed_in'],
  }),
} as const
