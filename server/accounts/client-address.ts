/** The caller's network address, as the web process wrote it over whatever the caller claimed; one shared name without it. */
export function clientAddress(headers: Headers): string {
  return headers.get(addressHeader) ?? 'unknown'
}

export const addressHeader = 'x-vernissage-address'
