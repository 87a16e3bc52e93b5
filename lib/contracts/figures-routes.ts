import { z } from 'zod'
import { byId, doneSchema, idSchema } from './common'
import { defineRoute } from './define-route'
import {
  exhibitionFiguresSchema,
  figuresQuerySchema,
  figureTableSchema,
  houseFiguresSchema,
  lookReportSchema,
  visitorsNowSchema,
} from './figures'
import { looksPath } from './limits'

const closed = ['not_signed_in', 'account_needed', 'forbidden', 'invalid_request'] as const
const table = { query: figuresQuerySchema, responseType: 'text/csv' }

/** How visits are counted, and what curators learn of them. A part of `routes`. */
export const figuresRoutes = {
  reportLooks: defineRoute({
    method: 'POST',
    path: looksPath,
    summary: 'Count what a page has seen of exhibitions; sums alone are kept, nothing of who it was',
    caller: 'anyone',
    body: lookReportSchema,
    response: doneSchema,
    errors: ['invalid_request', 'too_many_requests', 'unavailable'],
  }),
  exhibitionFigures: defineRoute({
    method: 'GET',
    path: '/api/desk/exhibitions/{id}/figures',
    summary: 'Figures of one exhibition, by day, work and manner (its curators)',
    caller: 'account',
    params: byId,
    query: figuresQuerySchema,
    response: exhibitionFiguresSchema,
    errors: [...closed, 'not_found'],
  }),
  exhibitionFiguresTable: defineRoute({
    method: 'GET',
    path: '/api/desk/exhibitions/{id}/figures/{table}',
    summary: 'One table of them as CSV',
    caller: 'account',
    params: z.strictObject({ id: idSchema, table: figureTableSchema.exclude(['exhibitions']) }),
    ...table,
    errors: [...closed, 'not_found'],
  }),
  visitorsNow: defineRoute({
    method: 'GET',
    path: '/api/desk/exhibitions/{id}/now',
    summary: 'How many are in its hall at this moment (its curators)',
    caller: 'account',
    params: byId,
    response: visitorsNowSchema,
    errors: [...closed, 'not_found'],
  }),
  houseFigures: defineRoute({
    method: 'GET',
    path: '/api/desk/figures',
    summary: 'Figures of the whole house (curators)',
    caller: 'account',
    query: figuresQuerySchema,
    response: houseFiguresSchema,
    errors: [...closed],
  }),
  houseFiguresTable: defineRoute({
    method: 'GET',
    path: '/api/desk/figures/{table}',
    summary: 'One table of them as CSV',
    caller: 'account',
    params: z.strictObject({ table: figureTableSchema }),
    ...table,
    errors: [...closed],
  }),
} as const
