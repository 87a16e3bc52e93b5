import { BuildingPage } from '../pages/building-page'
import { DeskPages } from '../pages/desk-pages'
import { origin, signInAsOperator } from '../support/people'
import { expect, test } from '../support/test'

/** A curator has a house built: a room more, all of them anew, and one goes through it. */
test.describe('the building', () => {
  test.skip(!process.env.E2E_OPERATOR_EMAIL, 'a product named from outside keeps its operator’s password to itself')

  test('grows by a room that opens from the others, and is built anew for as many works as are to come', async ({
    page,
  }) => {
    await signInAsOperator(page)
    const id = await new DeskPages(page).begin({ en: 'A house that grows', zh: '生长的房子' }, /A cabinet/)
    const building = new BuildingPage(page)
    await expect(building.plan(1)).toBeVisible()
    await building.addRoom({ en: 'Side room', zh: '侧室' }, { architecture: 'Loft', works: 6 })
    await expect(building.plan(2)).toBeVisible()
    await expect(building.notJoined()).toHaveCount(0)
    await building.paint('Side room', 'Prussian blue')
    const before = await building.rooms(id)
    expect(before[1].plan).toMatchObject({ architecture: 'loft', wallColour: '#24405c' })

    await building.rebuild([
      { architecture: 'Salon', works: 20 },
      { architecture: 'Pavilion', works: 5 },
    ])
    const after = await building.rooms(id)
    expect(after.map((room) => room.architecture)).toEqual(['salon', 'pavilion'])
    expect(after[0].width * after[0].depth).toBeGreaterThan(3 * before[0].width * before[0].depth)
    expect(after[1].plan.wallColour).toBe('#24405c')
    await expect(building.notJoined()).toHaveCount(0)
    await page.request.delete(`/api/desk/exhibitions/${id}`, { headers: origin() })
  })
})
