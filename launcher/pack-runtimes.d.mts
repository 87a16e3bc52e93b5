export function packRuntimes(distDir: string): Promise<number>
