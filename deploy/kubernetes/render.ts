/**
 * `npx tsx deploy/kubernetes/render.ts`: builds every overlay with kustomize (or the one in kubectl, 1.28 and later) into rendered/, and makes
 * components/monitoring/rules.yaml of Prometheus' rules. A test fails while either is not what this writes.
 */
import fs from 'node:fs'
import path from 'node:path'
import { buildOverlay, findKustomize } from './kustomize'
import { makeRules } from './make-rules'

const kustomize = findKustomize()
if (!kustomize) throw new Error('Neither kustomize 5 nor kubectl 1.28 is on the PATH.')
fs.writeFileSync(path.join(import.meta.dirname, 'components/monitoring/rules.yaml'), makeRules())
for (const name of fs.readdirSync(path.join(import.meta.dirname, 'overlays'))) {
  fs.writeFileSync(path.join(import.meta.dirname, `rendered/${name}.yaml`), buildOverlay(kustomize, name))
}
