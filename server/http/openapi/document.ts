import { version } from '@/server/platform/version'
import { operation } from './operation'
import { type Contracts, components, type JsonSchema } from './schemas'

/** The whole HTTP interface as OpenAPI 3.1, made of the contracts that the routes themselves obey. */
export function openApiDocument(contracts: Contracts): JsonSchema {
  const known = components(contracts)
  const paths: Record<string, JsonSchema> = {}
  for (const [name, contract] of Object.entries(contracts)) {
    paths[contract.path] = {
      ...paths[contract.path],
      [contract.method.toLowerCase()]: operation(name, contract, known),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vernissage',
      version,
      description:
        'A gallery to walk through, be painted in and hang pictures in. Every refusal is {error: {code, message, requestId, fields?}}; message is in the language of Accept-Language (English or Simplified Chinese), code never changes its meaning.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: known.schemas,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'vernissage.session_token' } },
    },
  }
}
