/** 128 random bits in hexadecimal. `crypto.randomUUID` exists on https pages only, and a gallery in one's own network may have none. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
