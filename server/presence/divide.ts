/** A cell of the floor: those who stand in it, and a name that stays the same while the crowd's shape does. */
export interface Cell<Person> {
  name: string
  people: Person[]
}

/**
 * Divides a crowd into cells of at most `most`: the longer side of the ground it covers is cut at the median, again and again. Cells
 * are small where it is dense, and people on one spot are divided too.
 */
export function divide<Person extends { x: number; z: number }>(
  people: readonly Person[],
  most: number,
  name = '',
): Cell<Person>[] {
  if (people.length <= most) return [{ name, people: [...people] }]
  const axis = spread(people, 'x') >= spread(people, 'z') ? 'x' : 'z'
  const sorted = people.toSorted((a, b) => a[axis] - b[axis])
  const middle = Math.ceil(sorted.length / 2)
  return [...divide(sorted.slice(0, middle), most, `${name}0`), ...divide(sorted.slice(middle), most, `${name}1`)]
}

function spread(people: readonly { x: number; z: number }[], axis: 'x' | 'z'): number {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const person of people) {
    least = Math.min(least, person[axis])
    greatest = Math.max(greatest, person[axis])
  }
  return greatest - least
}
