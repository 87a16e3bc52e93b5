export function tooOldNode(version: string): string | undefined
