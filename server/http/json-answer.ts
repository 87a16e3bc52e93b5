const texts = new WeakMap<Response, string>()

/** As `Response.json`; its text is remembered for `textOf`. */
export function jsonAnswer(value: unknown, status: number): Response {
  const text = JSON.stringify(value)
  const response = new Response(text, { status, headers: { 'Content-Type': 'application/json' } })
  texts.set(response, text)
  return response
}

/** The text of an answer, without a detour through its stream where it is one of ours. */
export function textOf(response: Response): string | Promise<string> {
  return texts.get(response) ?? response.text()
}
