import { byId, bySlug, doneSchema } from './common'
import { defineRoute } from './define-route'
import {
  bookEntryViewSchema,
  bookPageSchema,
  bookQuerySchema,
  judgeEntryBodySchema,
  openBookBodySchema,
  signBookBodySchema,
} from './visitors-book'

/** The visitors’ book of an exhibition. */
export const bookRoutes = {
  readBook: defineRoute({
    method: 'GET',
    path: '/api/exhibitions/{slug}/book',
    summary: 'The visitors’ book of an exhibition, newest first',
    caller: 'anyone',
    params: bySlug,
    query: bookQuerySchema,
    response: bookPageSchema,
    errors: ['invalid_request', 'not_found'],
  }),
  signBook: defineRoute({
    method: 'POST',
    path: '/api/exhibitions/{slug}/book',
    summary: 'Write a line in the visitors’ book',
    caller: 'guest',
    params: bySlug,
    body: signBookBodySchema,
    status: 201,
    response: bookEntryViewSchema,
    errors: ['invalid_request', 'not_found', 'book_closed', 'too_many_requests'],
  }),
  openBook: defineRoute({
    method: 'PUT',
    path: '/api/exhibitions/{slug}/book',
    summary: 'Open the visitors’ book, or close it to new lines (curators and owners); safe to repeat',
    caller: 'account',
    params: bySlug,
    body: openBookBodySchema,
    response: doneSchema,
    errors: ['invalid_request', 'not_signed_in', 'forbidden', 'not_found'],
  }),
  removeBookEntry: defineRoute({
    method: 'DELETE',
    path: '/api/book-entries/{id}',
    summary: 'Take my own line out of the book for good',
    caller: 'person',
    params: byId,
    response: doneSchema,
    errors: ['not_signed_in', 'not_found'],
  }),
  judgeBookEntry: defineRoute({
    method: 'PUT',
    path: '/api/book-entries/{id}/judgement',
    summary: 'Hide a line of the book, or leave it in (curators and owners); safe to repeat',
    caller: 'account',
    params: byId,
    body: judgeEntryBodySchema,
    response: doneSchema,
    errors: ['invalid_request', 'not_signed_in', 'forbidden', 'not_found'],
  }),
} as const
