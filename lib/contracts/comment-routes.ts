import {
  addCommentBodySchema,
  commentSwitchBodySchema,
  commentsPageSchema,
  commentsQuerySchema,
  commentViewSchema,
} from './comments'
import { byId, doneSchema } from './common'
import { defineRoute } from './define-route'

/** Comments on works. */
export const commentRoutes = {
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
} as const
