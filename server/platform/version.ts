import manifest from '@/package.json'

/** The release, from package.json. */
export const version: string = manifest.version
