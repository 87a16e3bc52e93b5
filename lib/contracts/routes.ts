import { z } from 'zod'
import { meSchema, signInBodySchema, signUpBodySchema } from './accounts'
import { artistRoutes } from './artist-routes'
import { artworkViewSchema, myMarksSchema } from './artworks'
import {
  addCommentBodySchema,
  commentSwitchBodySchema,
  commentsPageSchema,
  commentsQuerySchema,
  commentViewSchema,
} from './comments'
import { byId, bySlug, doneSchema, idSchema, styleIdSchema } from './common'
import { curatingRoutes } from './curating-routes'
import { defineRoute } from './define-route'
import { depotRoutes } from './depot-routes'
import { deskRoutes } from './desk-routes'
import {
  artworkParamsSchema,
  favouriteNoteSchema,
  favouriteResponseSchema,
  favouritesPageSchema,
  favouritesQuerySchema,
  likeResponseSchema,
  marksQuerySchema,
} from './engagement'
import { exhibitionCardSchema, exhibitionViewSchema } from './exhibitions'
import { figuresRoutes } from './figures-routes'
import { followRoutes } from './follow-routes'
import { hallRoutes } from './hall-routes'
import { healthSchema } from './health'
import { noticesPageSchema, noticesQuerySchema, noticeWishesSchema } from './notices'
import { operatorRoutes } from './operator-routes'
import { accessSchema, pictureVariantSchema, tileSchema } from './pictures'
import { portraitRoutes } from './portrait-routes'
import { shareCardQuerySchema } from './share-card'
import { stylesResponseSchema } from './styles'

/** The whole HTTP interface. `/api/openapi.json` is made from this table, and every route file serves one entry of it. */
export const routes = {
  live: defineRoute({
    method: 'GET',
    path: '/api/health/live',
    summary: 'The process answers',
    caller: 'anyone',
    response: doneSchema,
    errors: [],
  }),
  ready: defineRoute({
    method: 'GET',
    path: '/api/health/ready',
    summary: 'Each dependency answers',
    caller: 'anyone',
    response: healthSchema,
    errors: ['unavailable'],
  }),
  openapi: defineRoute({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description',
    caller: 'anyone',
    responseType: 'application/json',
    errors: [],
  }),

  me: defineRoute({
    method: 'GET',
    path: '/api/me',
    summary: 'Who is looking',
    caller: 'anyone',
    response: meSchema,
    errors: [],
  }),
  signUp: defineRoute({
    method: 'POST',
    path: '/api/account/sign-up',
    summary: 'Create an account; a guest keeps what was theirs',
    caller: 'anyone',
    body: signUpBodySchema,
    status: 201,
    response: meSchema,
    errors: ['invalid_request', 'email_taken', 'sign_up_closed', 'too_many_requests'],
  }),
  signIn: defineRoute({
    method: 'POST',
    path: '/api/account/sign-in',
    summary: 'Sign in with e-mail and password',
    caller: 'anyone',
    body: signInBodySchema,
    response: meSchema,
    errors: ['invalid_request', 'wrong_credentials', 'account_closed', 'too_many_requests'],
  }),
  signOut: defineRoute({
    method: 'POST',
    path: '/api/account/sign-out',
    summary: 'Sign out on this device',
    caller: 'anyone',
    response: doneSchema,
    errors: [],
  }),
  signOutEverywhere: defineRoute({
    method: 'POST',
    path: '/api/account/sign-out-everywhere',
    summary: 'End every session of this account',
    caller: 'person',
    response: doneSchema,
    errors: ['not_signed_in'],
  }),

  ban: defineRoute({
    method: 'PUT',
    path: '/api/people/{id}/ban',
    summary: 'Close an account: end its sessions and sockets, and let it in no more (operators); safe to repeat',
    caller: 'account',
    params: byId,
    response: doneSchema,
    errors: ['not_signed_in', 'forbidden', 'not_found'],
  }),
  liftBan: defineRoute({
    method: 'DELETE',
    path: '/api/people/{id}/ban',
    summary: 'Let a closed account in again (operators); safe to repeat',
    caller: 'account',
    params: byId,
    response: doneSchema,
    errors: ['not_signed_in', 'forbidden', 'not_found'],
  }),

  listExhibitions: defineRoute({
    method: 'GET',
    path: '/api/exhibitions',
    summary: 'Exhibitions that are open now',
    caller: 'anyone',
    response: z.strictObject({ exhibitions: z.array(exhibitionCardSchema) }),
    errors: [],
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

  listStyles: defineRoute({
    method: 'GET',
    path: '/api/styles',
    summary: 'Built-in masters',
    caller: 'anyone',
    response: stylesResponseSchema,
    errors: [],
  }),

  readStyleSample: defineRoute({
    method: 'GET',
    path: '/api/styles/{id}/sample',
    summary: 'A small example in the manner of a network that was dropped in',
    caller: 'anyone',
    params: z.strictObject({ id: styleIdSchema }),
    query: z.strictObject({ v: z.string().max(80).optional() }),
    responseType: 'image/webp',
    errors: ['not_found'],
  }),

  ...portraitRoutes,

  ...curatingRoutes,
  readPicture: defineRoute({
    method: 'GET',
    path: '/api/pictures/{id}/{variant}',
    summary: 'A picture at one of its widths',
    caller: 'anyone',
    params: z.strictObject({ id: idSchema, variant: pictureVariantSchema }),
    query: z.strictObject({ access: accessSchema.optional() }),
    responseType: 'image/*',
    errors: ['link_invalid', 'not_found'],
  }),

  myNotices: defineRoute({
    method: 'GET',
    path: '/api/me/notices',
    summary: 'What I was told, newest first',
    caller: 'person',
    query: noticesQuerySchema,
    response: noticesPageSchema,
    errors: ['not_signed_in', 'invalid_request'],
  }),
  readNotices: defineRoute({
    method: 'POST',
    path: '/api/me/notices/read',
    summary: 'Everything I was told so far counts as read; safe to repeat',
    caller: 'person',
    response: doneSchema,
    errors: ['not_signed_in'],
  }),

  ...depotRoutes,

  ...artistRoutes,
  ...followRoutes,
  setNoticeWishes: defineRoute({
    method: 'PUT',
    path: '/api/me/notices/wishes',
    summary: 'What I want to be told, and whether by mail',
    caller: 'account',
    body: noticeWishesSchema,
    response: noticeWishesSchema,
    errors: ['not_signed_in', 'account_needed', 'invalid_request'],
  }),
  readShareCard: defineRoute({
    method: 'GET',
    path: '/api/artworks/{id}/card',
    summary: 'A picture for links to a work: it, and its label',
    caller: 'anyone',
    params: byId,
    query: shareCardQuerySchema,
    responseType: 'image/jpeg',
    errors: ['invalid_request', 'not_found'],
  }),
  listComments: defineRoute({
    method: 'GET',
    path: '/api/artworks/{id}/comments',
    summary: 'What visitors wrote under a work, newest first',
    caller: 'anyone',
    params: byId,
    query: commentsQuerySchema,
    response: commentsPageSchema,
    errors: ['invalid_request'],
  }),
  addComment: defineRoute({
    method: 'POST',
    path: '/api/artworks/{id}/comments',
    summary: 'Write something under a work',
    caller: 'account',
    params: byId,
    body: addCommentBodySchema,
    status: 201,
    response: commentViewSchema,
    errors: [
      'not_signed_in',
      'account_needed',
      'invalid_request',
      'not_found',
      'comments_closed',
      'comments_off',
      'too_many_requests',
    ],
  }),
  setCommentsOpen: defineRoute({
    method: 'PUT',
    path: '/api/artworks/{id}/comments',
    summary: 'Let visitors write under a work, or no more (its artist; curators); safe to repeat',
    caller: 'account',
    params: byId,
    body: commentSwitchBodySchema,
    response: doneSchema,
    errors: ['not_signed_in', 'account_needed', 'invalid_request', 'not_found'],
  }),
  deleteComment: defineRoute({
    method: 'DELETE',
    path: '/api/comments/{id}',
    summary: 'Take my words back for good',
    caller: 'account',
    params: byId,
    response: doneSchema,
    errors: ['not_signed_in', 'account_needed', 'not_found'],
  }),
  ...deskRoutes,
  readTile: defineRoute({
    method: 'GET',
    path: '/api/pictures/{id}/tiles/{tile}',
    summary: 'A tile of a picture, for looking closely',
    caller: 'anyone',
    params: z.strictObject({ id: idSchema, tile: tileSchema }),
    query: z.strictObject({ access: accessSchema.optional() }),
    responseType: 'image/*',
    errors: ['link_invalid', 'not_found'],
  }),

  ...hallRoutes,
  ...figuresRoutes,
  ...operatorRoutes,
} as const

export type RouteName = keyof typeof routes
