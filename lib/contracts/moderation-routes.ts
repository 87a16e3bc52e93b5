import { byId, doneSchema } from './common'
import { defineRoute } from './define-route'
import { casesPageSchema, casesQuerySchema, caseViewSchema, decideCaseBodySchema, reportBodySchema } from './reports'

/** What visitors report, and what curators do about it. */
export const moderationRoutes = {
  report: defineRoute({
    method: 'POST',
    path: '/api/reports',
    summary: 'Tell the curators of something that should not be here; safe to repeat',
    caller: 'guest',
    body: reportBodySchema,
    response: doneSchema,
    errors: ['invalid_request', 'not_found', 'too_many_requests'],
  }),
  listCases: defineRoute({
    method: 'GET',
    path: '/api/moderation',
    summary: 'What visitors reported (curators)',
    caller: 'account',
    query: casesQuerySchema,
    response: casesPageSchema,
    errors: ['not_signed_in', 'forbidden', 'invalid_request'],
  }),
  hideSubject: defineRoute({
    method: 'PUT',
    path: '/api/moderation/{id}/hidden',
    summary: 'Hide what was reported at once (curators); safe to repeat',
    caller: 'account',
    params: byId,
    response: caseViewSchema,
    errors: ['not_signed_in', 'forbidden', 'not_found'],
  }),
  showSubject: defineRoute({
    method: 'DELETE',
    path: '/api/moderation/{id}/hidden',
    summary: 'Show it again (curators); safe to repeat',
    caller: 'account',
    params: byId,
    response: caseViewSchema,
    errors: ['not_signed_in', 'forbidden', 'not_found'],
  }),
  decideCase: defineRoute({
    method: 'POST',
    path: '/api/moderation/{id}/decision',
    summary: 'Uphold or dismiss what was reported (curators)',
    caller: 'account',
    params: byId,
    body: decideCaseBodySchema,
    response: caseViewSchema,
    errors: ['not_signed_in', 'forbidden', 'not_found', 'conflict'],
  }),
} as const
