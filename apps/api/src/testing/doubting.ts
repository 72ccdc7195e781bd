import type { Understander, Understanding } from '@marketplace-agent/intent'
import type { Services } from '../services.ts'

const doubted = (understanding: Understanding): Understanding => ({
  ...understanding,
  clauses: understanding.clauses.map((clause) => ({ ...clause, confident: false })),
})

/** Services that are never sure of a message with this word in it, whatever the classifier has learned. */
export const doubting =
  (word: string) =>
  (services: Services): Services => {
    const { understander } = services.agent
    const understand: Understander['understand'] = async (message, context) => {
      const understanding = await understander.understand(message, context)
      return message.includes(word) ? doubted(understanding) : understanding
    }
    return { ...services, agent: { ...services.agent, understander: { ...understander, understand } } }
  }
