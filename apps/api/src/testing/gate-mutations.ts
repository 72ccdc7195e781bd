/** One check taken out: in `file` the text `find`, which stands there once, becomes `replace`, and a test must turn red. */
export interface Mutation {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
  /** The test files that are asked, from the repository's root. */
  readonly tests: readonly string[]
}

type Written = readonly [name: string, find: string, replace: string]

const agent = 'apps/api/src/agent'
const identity = 'apps/api/src/identity'
const routes = 'apps/api/src/routes'
const rules = 'packages/domain/src/rules'
const store = 'packages/store/src/embedded'

const group = (file: string, tests: readonly string[], list: readonly Written[]): Mutation[] =>
  list.map(([name, find, replace]) => ({ name, file, find, replace, tests }))

const proposalTests = [`${agent}/proposals.test.ts`]
const gateTests = [`${agent}/gate.test.ts`, ...proposalTests]
const refundTests = [`${rules}/refund-rules.test.ts`, `${rules}/refund-properties.test.ts`]
const chatTests = ['apps/api/src/consent.test.ts', 'apps/api/src/identity-api.test.ts']

/** Every check between a customer's words and a record, each taken out on its own. */
export const gateMutations: readonly Mutation[] = [
  ...group(
    `${agent}/access.ts`,
    [`${agent}/access.test.ts`],
    [
      ['ownership: any record is theirs', 'record !== null && isTheirs(proof, opens, record)', 'record !== null'],
      ['ownership: the e-mail is not compared', 'sameEmail(proof.email, record.order.customer.email) &&', 'true &&'],
      ["record-only proof: opens all of the customer's records", "(proof.kind === 'customer' ||", '(true ||'],
      ['record-only proof: any kind of record with that number', 'proof.record === opens.record && ', ''],
      [
        'record-only proof: any number of that kind',
        ' && proof.number.toLowerCase() === opens.number.trim().toLowerCase()',
        '',
      ],
      [
        "record-only proof: opens the list of the customer's orders",
        "return proof.kind === 'customer'\n",
        'return true\n',
      ],
      [
        'proof: none is needed for what is listed',
        "if (proof === null) return { allowed: false, because: 'unproved' }",
        'if (proof === null) return { allowed: true, subject: { proof, record: null } }',
      ],
      ["staff: their tools are everybody's", "tool.access === 'staff' && !caller.staff", 'false'],
      ["customers: their tools are everybody's", "tool.access !== 'customer'", 'true'],
      [
        'unknown numbers are told from those of others',
        "because: 'not_theirs' }\n}",
        "because: record === null ? 'unproved' : 'not_theirs' }\n}",
      ],
    ],
  ),
  ...group(
    `${agent}/limits.ts`,
    [`${agent}/limits.test.ts`],
    [
      ['limits: none', '>= most)) return false', '>= Infinity)) return false'],
      ['limits: one more than allowed', '>= most)) return false', '> most)) return false'],
      [
        'limits: not of the address',
        '[`${tool} from ${address}`, limit.address]',
        '[`${tool} from ${address}`, Infinity]',
      ],
      [
        'limits: not of the conversation',
        '[`${tool} in ${conversation}`, limit.conversation] as const',
        '[`${tool} in ${conversation}`, Infinity] as const',
      ],
      ['limits: never forgotten', '.filter((at) => at > now - limit.minutes * minute)', ''],
      ['limits: all tools count as one', '[`${tool} in ${conversation}`', '[`in ${conversation}`'],
    ],
  ),
  ...group(`${agent}/gate.ts`, gateTests, [
    ['gate: input is not checked', 'if (!check.Check(input)) {', 'if (!check.Check(input) && tools.length === 0) {'],
    ['gate: access is not asked', 'if (!access.allowed) return', 'if (!access.allowed && tools.length === 0) return'],
    ['gate: limits are not kept', 'tool.limit !== undefined && !limits.take', 'false && !limits.take'],
    [
      'gate: what writes is committed without a proposal',
      "return decided.kind === 'draft'\n          ? desk.propose(tool, input, decided.draft, caller, inner)",
      "return decided.kind === 'draft' && tools.length === 0\n          ? desk.propose(tool, input, decided.draft, caller, inner)",
    ],
    ['gate: refusals are not audited', "result.outcome === 'refused' && tool.access === 'customer'", 'false'],
    [
      'gate: the audit log keeps the id of the conversation',
      'options.fingerprint(caller.conversation),',
      'caller.conversation,',
    ],
    ['gate: what failed is told as it is', 'gateWords.failed(tool.title)', 'String(error)'],
    ['gate: no deadline', 'withDeadline(deadline, clock, context, work)', 'work({ ...context, deadline: Infinity })'],
  ]),
  ...group(`${agent}/proposals.ts`, proposalTests, [
    [
      'proposal: another may be made beside an open one',
      "if (present?.state === 'open' && (await isOf(caller, present, context)))",
      'if (present === undefined)',
    ],
    [
      "proposal: another customer's open one is told",
      "if (present?.state === 'open' && (await isOf(caller, present, context)))",
      "if (present?.state === 'open')",
    ],
    [
      'proposal: what was asked for differently counts as the same',
      ' && JSON.stringify(given) === JSON.stringify(input)',
      '',
    ],
    [
      'proposal: is not audited',
      "options.audit(tool, caller, {\n              event: 'proposed',",
      "options.audit(tool, caller, {\n              event: 'refused',",
    ],
    ['confirm: another id is as good', 'kept?.proposal.id === id ? kept : null', 'kept'],
    [
      'confirm: what was dropped is committed',
      "if (now.state === 'dropped') return",
      "if (now.state === 'dropped' && now.answer !== null) return",
    ],
    ['drop: does nothing', "now?.state === 'open' ? { ...now, state: 'dropped' } : (now ?? kept)", 'now ?? kept'],
    [
      'confirm: what has begun is given up on a hang-up',
      'const steady: GateContext = { ...context, signal: new AbortController().signal }',
      'const steady: GateContext = context',
    ],
    [
      'confirm: the answer is given to another customer',
      'access.allowed ? now.answer : denial(now.tool, access, kit.contact)',
      'now.answer',
    ],
    [
      'confirm: keys are shared by all conversations',
      "`${caller.conversation === null ? '' : options.fingerprint(caller.conversation)}:${key}`",
      '`:${key}`',
    ],
    [
      'confirm: the key is not kept',
      'committer.commit(now, caller, keyOf(caller, idempotencyKey), noDeadline(steady))',
      'committer.commit(now, caller, null, noDeadline(steady))',
    ],
    ["confirm: another customer's try ends it", 'settled ? keptAfter(now, answer) : now', 'keptAfter(now, answer)'],
    [
      'proposal: needs no conversation',
      'if (conversation === null) return refused(tool.name, gateWords.noConversation)',
      "if (conversation === null) return asked(tool.name, { ...committer.describe(tool, draft), id: '', tool: tool.name, expires: '' })",
    ],
    [
      'proposal: that of another customer in the same conversation is told',
      "kept?.state === 'open' && (await isOf({ staff: false, proof }, kept, context)) ?",
      "kept?.state === 'open' ?",
    ],
    [
      'proposal: one that is over counts as open',
      "kept?.state === 'open' && (await isOf({ staff: false, proof }, kept, context)) ?",
      'kept !== null && (await isOf({ staff: false, proof }, kept, context)) ?',
    ],
  ]),
  ...group(`${agent}/commit-proposal.ts`, proposalTests, [
    [
      'confirm: the rules are not asked again',
      "if (decided.kind !== 'draft') return options.settle",
      "if (decided.kind === 'reply' && decided.reply.outcome === 'ok') return options.settle",
    ],
    [
      'confirm: what is no longer as it was said is committed',
      'if (shown(describe(tool, decided.draft)) !== shown(kept.proposal))',
      'if (describe(tool, decided.draft).summary !== kept.proposal.summary)',
    ],
    [
      'confirm: after a restart the answer is given to anybody',
      'return access.allowed ? committed.answer',
      'return committed.proposal !== "" ? committed.answer',
    ],
    ['confirm: without a version', 'expectedVersions: { [order.number]: version }', 'expectedVersions: {}'],
    ['confirm: a lost race is given up', 'const mostRaces = 20', 'const mostRaces = 1'],
    [
      'confirm: a key of another proposal is taken',
      "if (outcome.outcome === 'key_reused') {",
      "if (outcome.outcome === 'key_reused') return kept.answer ?? without(tool.name, 'ok', '')\n        if (outcome.outcome === 'key_reused') {",
    ],
    [
      'confirm: what the store remembers is told to anybody',
      'if (before !== null) return repeat(kept.proposal.id, caller, context)',
      'if (before !== null) return before.answer',
    ],
    [
      'confirm: nobody gets a letter',
      'outbox: [{ to: order.customer.email, ...tool.words.mail(card, kit) }]',
      'outbox: []',
    ],
    [
      'confirm: the change is not audited',
      "event: 'committed',\n            proposal: kept.proposal.id,",
      "event: 'committed',\n            proposal: null,",
    ],
  ]),
  ...group(`${agent}/kept-proposal.ts`, proposalTests, [
    [
      'confirm: a refusal is told otherwise the second time',
      "{ ...kept, state: 'dropped', answer }",
      "{ ...kept, state: 'dropped' }",
    ],
    [
      'confirm: what was refused stays open',
      "answer.outcome === 'failed' || answer.outcome === 'needs_input' ? kept",
      'kept.state === "open" ? kept',
    ],
    [
      'proposal: being asked for again makes it last longer',
      'before.proposal.id !== after.proposal.id',
      'before.proposal !== after',
    ],
    ['proposal: lasts an hour', 'minutes: proposalMinutes,', 'minutes: 60,'],
  ]),
  ...group(
    `${store}/stage.ts`,
    [`${store}/store.test.ts`],
    [
      [
        'store: versions are not compared',
        'return stale || changes.some(takesNumber)',
        'return changes.some(takesNumber)',
      ],
      [
        'store: a proposal commits twice',
        "if (before !== undefined) return { outcome: 'repeated', committed: before }",
        '',
      ],
      ['store: an idempotency key is taken twice', "if (keyed !== proposal) return { outcome: 'key_reused' }", ''],
      ['store: a number is given twice', 'return stale || changes.some(takesNumber)', 'return stale'],
    ],
  ),
  ...group(
    `${agent}/identify.ts`,
    [`${agent}/identify.test.ts`],
    [
      [
        'identify: with a guessable id the e-mail is kept',
        'from.conversation === null ? { ...conversation.claim, email: null } : conversation.claim',
        'conversation.claim',
      ],
      ['identify: any number of tries in a message', 'attempts.numbers.slice(0, mostTried)', 'attempts.numbers'],
      [
        'identify: a closed door is tried again',
        "if (outcome.outcome === 'closed') return",
        "if (outcome.outcome === 'closed' && outcome.minutes < 0) return",
      ],
      [
        'identify: an e-mail alone keeps the proof of another',
        'proof !== null && sameEmail(email, proof.email) &&',
        'proof !== null &&',
      ],
    ],
  ),
  ...group(
    `${identity}/proof.ts`,
    [`${identity}/proof.test.ts`, `${identity}/prove.test.ts`],
    [
      [
        'proof: every e-mail is the same',
        'timingSafeEqual(digest(a), digest(b))',
        'digest(a).length === digest(b).length',
      ],
      ['proof: e-mails are compared with their case', 'email.trim().toLowerCase()', 'email.trim()'],
    ],
  ),
  ...group(
    `${identity}/prove.ts`,
    [`${identity}/prove.test.ts`],
    [
      [
        'prove: the e-mail does not matter',
        'if (!same || found.number === undefined',
        'if (found.number === undefined',
      ],
      [
        'prove: an unknown number with no e-mail is right',
        ' || found.number === undefined || found.email === undefined) {',
        ') {',
      ],
      ['prove: wrong tries are not counted', '      attempts.wrong(attempt)\n', ''],
      ['prove: closed doors are open', 'if (before !== null) return before', ''],
      ['prove: guesses made at once are all answered', 'if (meanwhile !== null) return meanwhile', ''],
      ['prove: guessing is not slowed', 'if (delay > 0) await wait(delay, context.signal)', 'void delay'],
      [
        "prove: a complaint's number proves the customer",
        "return attempt.kind === 'order'\n",
        "return attempt.kind !== 'refund'\n",
      ],
      [
        'prove: an unknown record is answered without a look at an order',
        'const order = await store.order(record?.order ?? number, context)',
        'const order = record === null ? null : await store.order(record.order, context)',
      ],
    ],
  ),
  ...group(
    `${identity}/attempts.ts`,
    [`${identity}/attempts.test.ts`, `${identity}/prove.test.ts`],
    [
      ['attempts: six are allowed', 'const allowed = 5', 'const allowed = 6'],
      ['attempts: not counted by conversation', 'if (conversation !== null) conversations.grow(conversation)', ''],
      ['attempts: not counted by address', 'if (address !== null) addresses.grow(addressKey(address))', ''],
      [
        'attempts: a right one takes the count of the address back',
        'if (conversation !== null) conversations.reset(conversation)',
        'conversations.reset(conversation ?? "")\n      for (const one of ["203.0.113.7"]) addresses.reset(addressKey(one))',
      ],
      ['attempts: closed for a minute', 'const period = 15 * 60_000', 'const period = 60_000'],
      ['attempts: an order is locked', ', longestDelay)', ', Infinity)'],
      ['attempts: an order is not slowed', 'numbers.grow(number)', ''],
      ['attempts: an e-mail is not slowed', 'emails.grow(email)', ''],
    ],
  ),
  ...group(
    `${identity}/address-key.ts`,
    [`${identity}/address-key.test.ts`],
    [['attempts: every address of an IPv6 line counts on its own', '.slice(0, 4)', '']],
  ),
  ...group(
    `${identity}/session-id.ts`,
    [`${identity}/session-id.test.ts`],
    [
      [
        'session ids: any of the right shape is strong',
        'return keys.some((key) => timingSafeEqual(bytes.subarray(randomSize), checksum(random, key)))',
        'return keys.some((key) => checksum(random, key).length === bytes.subarray(randomSize).length)',
      ],
      ['session ids: any UUID is strong', '-4[0-9a-f]{3}-[89ab]', '-[0-9a-f]{4}-[0-9a-f]'],
      ['session ids: anything is strong', 'if (!own.test(id)) return false', 'if (!own.test(id)) return true'],
    ],
  ),
  ...group(
    `${identity}/tokens.ts`,
    [`${identity}/tokens.test.ts`],
    [
      ['tokens: never expire', 'currentDate: now()', 'currentDate: new Date(0)'],
      ['tokens: of any kind', ', typ: type, currentDate', ', currentDate'],
      ['tokens: from anybody who signs', 'algorithms: [algorithm], issuer,', 'algorithms: [algorithm],'],
      [
        'tokens: with whatever in them',
        "if (!Value.Check(Claims, payload)) return { valid: false, failure: 'invalid' }",
        '',
      ],
      ['tokens: say whose conversation', 'session: payload.sid, proof', "session: '', proof"],
    ],
  ),
  ...group(
    `${routes}/chat/chat-turn.ts`,
    ['apps/api/src/identity-api.test.ts'],
    [
      ['chat: takes the token of another conversation', 'token !== null && token.session !== sessionId', 'false'],
      [
        'chat: a guessable id keeps the proof',
        'strong: given === undefined || identity.sessionIds.strong(given)',
        'strong: true',
      ],
    ],
  ),
  ...group(
    `${routes}/proof/post-proof.ts`,
    ['apps/api/src/identity-api.test.ts'],
    [
      [
        'proof by REST: for a guessable conversation',
        'if (!identity.sessionIds.strong(sessionId)) {',
        "if (sessionId === '') {",
      ],
    ],
  ),
  ...group(
    `${routes}/conversations/conversation-id.ts`,
    ['apps/api/src/conversations-api.test.ts'],
    [['history: of a guessable conversation', 'if (!identity.sessionIds.strong(id)) throw noConversation()', '']],
  ),
  ...group(
    `${routes}/caller.ts`,
    ['apps/api/src/identity-api.test.ts', 'apps/api/src/app.test.ts'],
    [
      ['staff: by any token', 'timingSafeEqual(digest(given), digest(staffToken))', 'staffToken.length > 0'],
      [
        'token: an invalid one is no one',
        "if (!verdict.valid) throw new CodedError('unauthorized', tokenFaults[verdict.failure])",
        'if (!verdict.valid) return { staff: false, address, token: null }',
      ],
    ],
  ),
  ...group(
    `${agent}/settle-proposal.ts`,
    ['apps/api/src/consent.test.ts'],
    [['drop: of another proposal', ' || open.id !== id)', ')']],
  ),
  ...group(`${agent}/dialogue/with-proposal.ts`, chatTests, [
    ['chat: a yes commits what was not asked last', "proposal.asked ? 'confirm' : 'restate'", "'confirm'"],
  ]),
  ...group(`${agent}/run-turn.ts`, chatTests, [
    [
      'chat: the proof is not passed on',
      'conversation: input.sessionId, proof: identified.proof }',
      'conversation: input.sessionId, proof: before.proof }',
    ],
  ]),
  ...group(`${rules}/item-rules.ts`, refundTests, [
    ['refund: of a cancelled order', "if (state === 'cancelled') {", "if (state === 'cancelled' && number === '') {"],
    ['refund: before delivery', 'if (deliveredDay(order, context) !== null) return null', 'return null'],
    [
      'refund: of what is not in the order',
      "if (bought === undefined) return refuse('not_in_order', { order, product_id: id }, ['contact'])",
      "if (bought === undefined) return { allowed: true, rule: 'return_window', exception: null }",
    ],
    ['refund: of no units, or half a one', '!Number.isSafeInteger(quantity) || quantity < 1', 'false'],
    [
      'refund: of more units than were bought',
      'if (quantity <= left) return null',
      'if (quantity <= Infinity) return null',
    ],
    [
      'refund: units on their way back count again',
      'bought.quantity - refunded - pending',
      'bought.quantity - refunded',
    ],
    ['refund: units refunded count again', 'bought.quantity - refunded - pending', 'bought.quantity - pending'],
    ['refund: of excluded categories', 'if (category !== null) {', "if (category === '') {"],
    ['refund: after the window', 'if (context.day(context.now) <= lastDay) return null', 'return null'],
    [
      'refund: the last day is one too many',
      'if (context.day(context.now) <= lastDay) return null',
      'if (context.day(context.now) < lastDay) return null',
    ],
    [
      'refund: where the shop names no window',
      "if (lastDay === null || returns.windowDays === null) return refuse('no_returns', { order: order.number }, open)",
      'if (lastDay === null || returns.windowDays === null) return null',
    ],
  ]),
  ...group(`${rules}/return-terms.ts`, refundTests, [
    ['refund: a day too long', 'addDays(delivered, windowDays)', 'addDays(delivered, windowDays + 1)'],
    ['refund: any complaint lifts the terms', 'context.rules.returns.alwaysFor.includes(complaint.reason) &&', ''],
    ['refund: a complaint about another item lifts the terms', 'complaint.product_id === productId &&', ''],
    ['refund: a settled complaint lifts the terms', 'isUnsettled(complaint) &&', ''],
    [
      'refund: a complaint too late lifts the terms',
      '(until === null || context.day(complaint.created_at) <= until)',
      '(until === null || true)',
    ],
  ]),
  ...group(`${rules}/refund-rules.ts`, refundTests, [
    [
      'refund: a wish is granted in part',
      "refused.length > 0 && (wish !== 'all' || granted.length === 0)",
      'refused.length > 0 && granted.length === 0',
    ],
    ['refund: an item named twice counts once', '(wanted.get(id) ?? 0) + quantity', 'quantity'],
    ['refund: of nothing', 'if (sums.amount <= 0) {', 'if (sums.amount < -Infinity) {'],
  ]),
  ...group(`${rules}/settle-refund.ts`, refundTests, [
    ['refund: more than is left of what was paid', 'const taken = Math.min(wanted, left)', 'const taken = wanted'],
    [
      'refund: the restocking fee is forgotten',
      'const fee = exception === null ? Math.round',
      'const fee = exception === undefined ? Math.round',
    ],
    [
      'refund: the fee is kept of what is always taken back',
      'const fee = exception === null ? Math.round((worth * rules.returns.restockingFeePercent) / 100) : 0',
      'const fee = Math.round((worth * rules.returns.restockingFeePercent) / 100)',
    ],
    ['refund: the cost of returning is forgotten', '? 0 : minor(rules.returns.cost)', '? 0 : 0'],
    [
      'refund: the delivery fee comes back each time',
      'rules.returns.deliveryFeeRefunded && isLastOf(record, units)',
      'rules.returns.deliveryFeeRefunded',
    ],
  ]),
  ...group(`${rules}/order-value.ts`, refundTests, [
    ['refund: the discount is forgotten', 'goods - minor(order.discount ?? 0)', 'goods'],
    [
      'refund: rejected ones count',
      "record.refunds.filter(({ state }) => state !== 'rejected')",
      'record.refunds.filter(({ state }) => state !== undefined)',
    ],
  ]),
  ...group(
    `${rules}/cancel-rules.ts`,
    [`${rules}/cancel-rules.test.ts`],
    [
      ['cancel: twice', "if (state === 'cancelled') {", "if (state === 'cancelled' && number === '') {"],
      ['cancel: after shipping', "if (!canMove('order', state, 'cancelled')) {", "if (number === '') {"],
      ['cancel: after the hours of the shop', 'if (!isCancellable(record.order, context)) {', "if (number === '') {"],
      ['cancel: pays refunds again', 'minor(total) - refunded)', 'minor(total))'],
      ['cancel: the fee is forgotten', 'Math.min(paid, minor(context.rules.cancellation.fee))', '0'],
    ],
  ),
  ...group(
    `${rules}/address-rules.ts`,
    [`${rules}/address-rules.test.ts`],
    [
      ['address: after shipping', "if (state === 'processing') return", "if (state !== 'cancelled') return"],
      [
        'address: of a cancelled order',
        "if (state === 'processing') return",
        "if (state === 'processing' || state === 'cancelled') return",
      ],
      [
        'address: any country',
        'if (code === null || (delivery.countries.length > 0 && !delivery.countries.includes(code))) {',
        'if (code === null) {',
      ],
      ['address: no country at all', 'if (code === null || (', 'if (code !== null && ('],
      ['address: to another country', 'if (!delivery.changeCountry && code !==', 'if (false && code !=='],
      ['address: to a PO box', 'if (box !== undefined) return', "if (box === '') return"],
      ['address: the same again', 'if (isSameAddress(address, present)) return', "if (order === '') return"],
    ],
  ),
  ...group(
    `${rules}/complaint-rules.ts`,
    [`${rules}/complaint-rules.test.ts`],
    [
      [
        'complaint: about what is not in the order',
        'if (productId !== null && product === undefined) {',
        "if (order === '' && productId !== null) {",
      ],
      [
        'complaint: about an item that has not left',
        "aboutAnItem.includes(reason) && (state === 'processing' || state === 'cancelled')",
        "order === ''",
      ],
      ['complaint: twice', 'if (same !== undefined) {', "if (same !== undefined && order === '') {"],
    ],
  ),
  ...group(
    `${rules}/apply.ts`,
    [`${rules}/apply.test.ts`],
    [['apply: a move that the states forbid', 'if (!may) throw', "if (!may && number === '') throw"]],
  ),
]
