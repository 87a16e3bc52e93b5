import { meSchema, signInBodySchema, signUpBodySchema } from './accounts'
import { byId, doneSchema } from './common'
import { defineRoute } from './define-route'

/** Who one is: account, session, and being shut out. */
export const accountRoutes = {
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
} as const
