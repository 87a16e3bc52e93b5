import { cookieOf, encodeCall, type HttpConnection } from './http-connection'

/** Cookies of guests who have each liked the work whose like is at `url`. */
export async function newGuests(connection: HttpConnection, url: string, count: number): Promise<string[]> {
  const cookies: string[] = []
  for (let index = 0; index < count; index++)
    cookies.push(cookieOf(await connection.send(encodeCall({ method: 'PUT', url }))))
  return cookies
}
