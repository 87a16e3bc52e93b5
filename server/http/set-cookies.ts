/** Adds Set-Cookie lines to an answer. */
export function setCookies(answer: Headers, cookies: string[]): void {
  for (const cookie of cookies) answer.append('Set-Cookie', cookie)
}
