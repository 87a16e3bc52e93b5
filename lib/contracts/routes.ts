import { z } from 'zod'
import { accountRoutes } from './account-routes'
import { artistRoutes } from './artist-routes'
import { bookRoutes } from './book-routes'
import { catalogueRoutes } from './catalogue-routes'
import { collectionRoutes } from './collection-routes'
import { commentRoutes } from './comment-routes'
import { byId, doneSchema, idSchema, styleIdSchema } from './common'
import { curatingRoutes } from './curating-routes'
import { defineRoute } from './define-route'
import { depotRoutes } from './depot-routes'
import { deskRoutes } from './desk-routes'
import { engagementRoutes } from './engagement-routes'
import { figuresRoutes } from './figures-routes'
import { followRoutes } from './follow-routes'
import { hallRoutes } from './hall-routes'
import { healthSchema } from './health'
import { moderationRoutes } from './moderation-routes'
import { noticesPageSchema, noticesQuerySchema, noticeWishesSchema } from './notices'
import { operatorRoutes } from './operator-routes'
import { accessSchema, pictureVariantSchema, tileSchema } from './pictures'
import { portraitRoutes } from './portrait-routes'
import { shareCardQuerySchema } from './share-card'
import { deviceMannerSchema, stylesResponseSchema } from './styles'

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

  ...accountRoutes,
  ...catalogueRoutes,

  ...engagementRoutes,
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
    responseType: 'image/jpeg',
    errors: ['not_found'],
  }),

  readDeviceManner: defineRoute({
    method: 'GET',
    path: '/api/styles/{id}/codes',
    summary:
      'What a browser needs to paint in a manner by itself: a network, and its codes of a master or of a work that was painted after',
    caller: 'anyone',
    params: z.strictObject({ id: styleIdSchema }),
    response: deviceMannerSchema,
    errors: ['style_unknown', 'not_on_device'],
  }),

  ...portraitRoutes,

  ...curatingRoutes,
  ...moderationRoutes,
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
  ...collectionRoutes,
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
  ...commentRoutes,
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

  ...bookRoutes,
  ...hallRoutes,
  ...figuresRoutes,
  ...operatorRoutes,
} as const

export type RouteName = keyof typeof routes
