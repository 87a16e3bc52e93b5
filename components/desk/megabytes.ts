/** Bytes as whole megabytes (2^20). */
export const megabytes = (bytes: number): string => String(Math.round(bytes / 2 ** 20))
