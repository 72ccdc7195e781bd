import type { FastifyInstance } from 'fastify'
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { ToolObserver } from '../agent/gate.ts'
import type { TurnObserver } from '../agent/agent.ts'

const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export interface Metrics extends ToolObserver, TurnObserver {
  requestDone(method: string, route: string, status: number, milliseconds: number): void
  /** A letter to a customer was delivered, or one try to failed. */
  letter(outcome: 'delivered' | 'failed'): void
  text(): Promise<{ readonly body: string; readonly contentType: string }>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  })
  const turns = new Histogram({
    name: 'agent_turn_duration_seconds',
    help: 'Turns of conversations by intent.',
    labelNames: ['intent'],
    buckets: seconds,
    registers,
  })
  const calls = new Histogram({
    name: 'agent_tool_call_duration_seconds',
    help: 'Calls of tools by tool and outcome.',
    labelNames: ['tool', 'outcome'],
    buckets: seconds,
    registers,
  })
  const degraded = new Counter({
    name: 'agent_degraded_total',
    help: 'Turns in which a part could not be used.',
    labelNames: ['part'],
    registers,
  })
  const ungrounded = new Counter({
    name: 'agent_ungrounded_figures_total',
    help: 'Figures left out of a reply because nothing in the turn showed them.',
    registers,
  })
  const letters = new Counter({
    name: 'agent_letters_total',
    help: 'Letters to customers: delivered, and tries that failed.',
    labelNames: ['outcome'],
    registers,
  })
  return {
    letter: (outcome) => letters.inc({ outcome }),
    requestDone: (method, route, status, milliseconds) =>
      requests.observe({ method, route, status: String(status) }, milliseconds / 1000),
    toolCalled: (tool, outcome, milliseconds) => calls.observe({ tool, outcome }, milliseconds / 1000),
    turnDone: (intent, milliseconds) => turns.observe({ intent }, milliseconds / 1000),
    degraded: (part) => degraded.inc({ part }),
    ungrounded: (figures) => ungrounded.inc(figures),
    text: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
  }
}

/** Counts and logs every request by its route's pattern; the address itself can hold what a customer typed. */
export function registerRequestLog(app: FastifyInstance, metrics: Metrics) {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.requestDone(request.method, route, reply.statusCode, reply.elapsedTime)
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 1000) / 1000,
      },
      'request',
    )
    done()
  })
}
