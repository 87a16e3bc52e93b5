import { createOperator } from '@/server/accounts/create-operator'
import { db } from '@/server/platform/db'
import { store } from '@/server/storage/store'
import { saveMasters } from '@/server/styles/save-masters'
import { mastersOf } from '@/worker/masters-of'
import { findModels } from '@/worker/painter/find-models'
import { addCollection } from './add-collection'

const operatorEmail = process.env.OPERATOR_EMAIL

/** Makes an empty house a gallery: styles, opening collection, and the operator where one is named. Safe to run at every start; what is there stays as it is. */
async function seed() {
  await store.prepare()
  const [house] = (await findModels()).models
  if (house) await saveMasters([{ name: house.name, version: house.version, masters: mastersOf(house) }])
  await addCollection((done, all) => console.error(`hanging ${done}/${all}`))
  // Last, so that a first run that broke off shows its password at the next.
  // Without a name for one, the house is set up by whoever reads its log (server/accounts/set-up-house.ts).
  const operator = operatorEmail ? await createOperator(operatorEmail) : null
  if (operator) console.log(JSON.stringify({ operator }))
}

seed()
  .then(() => db.$disconnect())
  .catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
