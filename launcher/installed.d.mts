export function isInstalled(root: string, options: { withDev: boolean }): boolean
