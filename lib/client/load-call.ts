/**
 * `call`, and with it zod, before what is made of zod: run in one go they would hold a middling phone for a sixth of a second, in which no press is
 * answered (docs/decisions/0208). Where one file holds both, what is imported next would go on in the same task, so that one ends here.
 */
export async function loadCall(): Promise<typeof import('./call')> {
  const code = await import('./call')
  await new Promise((resolve) => setTimeout(resolve))
  return code
}
