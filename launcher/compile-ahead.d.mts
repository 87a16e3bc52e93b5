export const hint: string
export function compileAhead(distDir: string): Promise<number>
