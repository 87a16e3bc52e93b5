/** `npm run docs`: writes the pages of docs/ that come out of the code. */
import fs from 'node:fs'
import path from 'node:path'
import { writeConfigurationPage } from '../server/platform/configuration-page'

const root = path.resolve(import.meta.dirname, '..')
const source = fs.readFileSync(path.join(root, 'server/platform/env-schema.ts'), 'utf8')
fs.writeFileSync(path.join(root, 'docs/configuration.md'), writeConfigurationPage(source))
