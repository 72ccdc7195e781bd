import { config } from 'zod/mini'

/** How zod works here. The Content-Security-Policy forbids compiling code at run time; schemas ask for it when they are made. */
export const zodConfig = config({ jitless: true })
