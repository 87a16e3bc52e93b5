import { isAPIError } from 'better-auth/api'
import type { ErrorCode } from '@/lib/contracts/errors'
import { HouseError } from '@/server/platform/errors'

const codes: Record<string, ErrorCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong_credentials',
  ACCOUNT_CLOSED: 'account_closed',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email_taken',
  // Only ever seen when somebody else took the address between better-auth's look and its insert.
  FAILED_TO_CREATE_USER: 'email_taken',
}

/** Carries out a call of better-auth; its refusals become ours, and what is no refusal stays a defect. */
export async function translateRefusal<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (thrown) {
    const code = isAPIError(thrown) ? codes[String(thrown.body?.code)] : undefined
    throw code ? new HouseError(code, { cause: thrown }) : thrown
  }
}
