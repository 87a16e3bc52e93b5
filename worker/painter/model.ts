import type { NetworkName } from './read-manifest'
import type { MasterStyle } from './read-styles'
import type { TargetShape } from './style-target'

/** A model that was found and may be opened. */
export interface Model {
  name: string
  version: string
  /** 0 for a network that has one manner and takes no code. */
  codeLength: number
  /** Null where it does not refine. */
  target: TargetShape | null
  /** Null where strength is a matter of pixels alone. */
  photoCode: Float32Array | null
  styles: MasterStyle[]
  /** Bytes of a network, checked against what the manifest says; null where the model has none of that name. */
  read(network: NetworkName): Promise<Uint8Array | null>
  /** The sheet of small pictures that a code is taught with; null where the model teaches none. */
  readStudies(): Promise<Uint8Array | null>
}

export const modelKey = ({ name, version }: Pick<Model, 'name' | 'version'>): string => `${name}@${version}`
