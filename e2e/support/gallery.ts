import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'
import { DeskPages } from '../pages/desk-pages'
import { origin } from './people'
import { orderSketch, untilPainted } from './portraits'

/** Works that hang in the gallery in the end. */
export const wanted = 30

/** The opening collection has 27 works; three more are painted, so that thirty different ones hang. */
async function paintThree(request: APIRequestContext): Promise<void> {
  const ids: string[] = []
  for (let index = 0; index < 3; index++) ids.push(await orderSketch(request, 7_000 + index, index))
  for (const [index, id] of ids.entries()) {
    await untilPainted(request, id)
    const data = { title: `Sitter ${index + 1}`, description: '' }
    const hung = await request.post(`/api/portraits/${id}/hang`, { headers: origin(), data })
    expect(hung.status()).toBe(201)
  }
}

const depotSize = async (request: APIRequestContext, roomId: string) =>
  (await (await request.get(`/api/desk/rooms/${roomId}/depot`)).json()).works.length
export const roomIdOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''
export const roomOf = async (request: APIRequestContext, roomId: string) =>
  (await request.get(`/api/desk/rooms/${roomId}`)).json()

/** A gallery to hang in, with as many works in the depot as are to hang. */
export async function openGallery(page: Page, title: { en: string; zh: string }) {
  const desk = new DeskPages(page)
  const id = await desk.begin(title, /A gallery/)
  await desk.openRoom()
  const roomId = roomIdOf(page)
  if ((await depotSize(page.request, roomId)) < wanted) {
    await paintThree(page.request)
    await page.reload()
    await expect(desk.drawing()).toBeVisible()
  }
  return { desk, id, roomId }
}

/** The works that somebody without an account sees hang in it, or the status that they are answered. */
export async function strangersSee(browser: Browser, slug: string): Promise<string[] | number> {
  const context = await browser.newContext({ baseURL: process.env.E2E_BASE_URL })
  const answer = await context.request.get(`/api/exhibitions/${slug}`)
  const works = answer.ok() ? (await answer.json()).rooms[0].hangings : []
  await context.close()
  return answer.ok() ? works.map((hanging: { artwork: { id: string } }) => hanging.artwork.id) : answer.status()
}
