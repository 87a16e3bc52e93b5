/**
 * Every way in which the house says no: one code, one status, one sentence for people (its translations lie in lib/i18n under
 * `errors.<code>`). A code is never reused for another meaning.
 */
export const errorTable = {
  invalid_json: { status: 400, message: 'The request is not valid JSON.' },
  invalid_request: { status: 422, message: 'Some fields are missing or not right.' },
  unsupported_media_type: { status: 415, message: 'This kind of request body is not understood here.' },
  foreign_origin: { status: 403, message: 'This request came from another site and was not carried out.' },
  not_signed_in: { status: 401, message: 'Please sign in first.' },
  session_expired: { status: 401, message: 'Your session has ended. Please sign in again.' },
  wrong_credentials: { status: 401, message: 'E-mail or password is not right.' },
  account_closed: { status: 403, message: 'The house has closed this account.' },
  email_taken: { status: 409, message: 'There is already an account with this e-mail.' },
  forbidden: { status: 403, message: 'You may not do this.' },
  link_invalid: { status: 403, message: 'This address is not valid any more. Please load the page again.' },
  account_needed: { status: 403, message: 'Please create an account to do this. What you made comes along.' },
  not_found: { status: 404, message: 'There is nothing here.' },
  method_not_allowed: { status: 405, message: 'This cannot be done here.' },
  conflict: { status: 409, message: 'Somebody changed this in the meantime. Please look again.' },
  already_hung: { status: 409, message: 'This work is hanging here already.' },
  address_refused: { status: 400, message: 'The house does not fetch from this address.' },
  fetch_failed: { status: 422, message: 'Nothing usable could be fetched from this address.' },
  manifest_unreadable: { status: 422, message: 'This is not a IIIF manifest that the house can read.' },
  last_operator: { status: 409, message: 'You are the only operator of this house. Make somebody else one first.' },
  comments_closed: { status: 409, message: 'Nothing more is written under this work for the moment.' },
  upload_incomplete: { status: 409, message: 'Parts of this file have not arrived yet.' },
  file_too_large: { status: 413, message: 'This file is larger than 50 MB.' },
  work_hangs: {
    status: 409,
    message: 'This hangs in an exhibition. Take it down first, or say that it may come down.',
  },
  import_refused: { status: 422, message: 'This could not be read, so nothing was changed.' },
  note_needed: { status: 422, message: 'Please say what should be changed.' },
  work_hidden: { status: 409, message: 'This work is hidden from visitors for the moment, so it cannot be hung.' },
  room_full: { status: 409, message: 'There is no free place on these walls.' },
  not_cancellable: { status: 409, message: 'This portrait is finished and cannot be cancelled.' },
  not_stoppable: { status: 409, message: 'This portrait is not being refined, so there is nothing to stop.' },
  not_finished: { status: 409, message: 'This portrait is not finished yet.' },
  not_retryable: { status: 409, message: 'Only a failed or cancelled portrait can be painted again.' },
  key_reused: { status: 409, message: 'This key was used for another order.' },
  photo_missing: { status: 422, message: 'Please choose a photo.' },
  photo_gone: { status: 422, message: 'This photo is no longer here. Please choose it again.' },
  photo_empty: { status: 422, message: 'This file is empty.' },
  photo_too_large: { status: 413, message: 'This file is larger than 15 MB.' },
  photo_too_many_pixels: { status: 413, message: 'This picture has more than 40 megapixels.' },
  photo_unsupported: { status: 415, message: 'Please choose a JPEG, PNG, WebP or AVIF picture.' },
  photo_damaged: { status: 422, message: 'This picture is damaged and cannot be read.' },
  photo_animated: { status: 422, message: 'Animated pictures cannot be painted. Please choose a still one.' },
  photo_too_small: { status: 422, message: 'This picture is too small: each side needs at least 16 pixels.' },
  photo_too_narrow: { status: 422, message: 'This picture is too long and narrow to be painted.' },
  style_unknown: { status: 422, message: 'The painter does not know this style.' },
  not_ready: { status: 409, message: 'This exhibition cannot be shown yet. Its page says what is missing.' },
  hours_wrong: { status: 422, message: 'It has to open before it closes, and both at a time that is still to come.' },
  slug_taken: { status: 409, message: 'Another exhibition has this address.' },
  last_lead: { status: 409, message: 'An exhibition needs at least one lead. Appoint another one first.' },
  person_unknown: { status: 404, message: 'Nobody has an account with this e-mail.' },
  audio_missing: { status: 422, message: 'Please choose a recording.' },
  audio_too_large: { status: 413, message: 'This recording is larger than 10 MB.' },
  audio_unsupported: { status: 415, message: 'Please choose an MP3, M4A, Ogg or WebM recording.' },
  book_closed: { status: 409, message: 'The visitors’ book of this exhibition is closed.' },
  body_too_large: { status: 413, message: 'This request is too large.' },
  too_many_requests: { status: 429, message: 'That was a little fast. Please try again in a moment.' },
  too_many_orders: { status: 429, message: 'You have ordered many portraits in a short time. Please wait a minute.' },
  painter_busy: { status: 503, message: 'The painter is at work on another canvas.' },
  // A client that can paint by itself offers that now.
  no_turn: {
    status: 503,
    message: 'Many are waiting for the painter. For the moment turns go to artists with an account.',
  },
  studio_closed: {
    status: 503,
    message: 'The studio takes no new orders for a moment.',
  },
  unavailable: { status: 503, message: 'This part of the house is closed for a moment. Please try again.' },
  internal: { status: 500, message: 'Something went wrong on our side. It has been noted.' },
} as const satisfies Record<string, { status: number; message: string }>

export type ErrorCode = keyof typeof errorTable

/** Why a portrait ended as FAILED; the artist reads it (lib/i18n `failures.<code>`). */
export const failureCodes = ['photo_unreadable', 'style_missing', 'painter_failed', 'gave_up', 'set_aside'] as const
export type FailureCode = (typeof failureCodes)[number]
