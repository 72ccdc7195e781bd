import { ArrowDown } from 'lucide-react'
import { ProposalCard } from '../../components/proposal/proposal-card.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { Answer } from './answer.tsx'
import { useChatState } from './chat-context.ts'
import { AssistantMessage, CustomerMessage } from './exchange-view.tsx'
import { proposalFate } from './proposal-fate.ts'
import { RunningTurn } from './running-turn.tsx'
import { Suggestions } from './suggestions.tsx'
import { useReadAlong } from './use-read-along.ts'

/** All that was said, the newest at the bottom; it follows what comes for as long as one reads along. */
export function Log() {
  const { exchanges, summary, turn, proposal, ended } = useChatState()
  const { box, atEnd, onScroll, goToEnd } = useReadAlong(turn?.messageId)
  const last = exchanges.at(-1)
  const shownProposal = exchanges.some(({ answer }) => answer.proposal?.id === proposal?.id)

  return (
    <div className="relative min-h-0 grow">
      {/* It scrolls, so it must be reachable by keyboard. */}
      <div
        ref={box}
        role="log"
        aria-label="What was said"
        aria-live="off"
        tabIndex={0}
        className="h-full overflow-y-auto overscroll-contain -outline-offset-2"
        onScroll={onScroll}
      >
        <div className="grid grid-cols-1 gap-7 px-4 py-5">
          {summary !== '' && (
            <Notice>
              <span className="font-semibold">Earlier: </span>
              {summary}
            </Notice>
          )}
          {exchanges.map(({ at, message, answer }, index) => (
            <article key={at} className="grid grid-cols-1 gap-4">
              <CustomerMessage message={message} />
              <AssistantMessage>
                <Answer
                  text={answer.response}
                  results={answer.tool_results}
                  sources={answer.sources}
                  degraded={answer.degraded}
                  proposal={
                    answer.proposal && (
                      <ProposalCard
                        proposal={answer.proposal}
                        fate={proposalFate(answer.proposal, index, exchanges, proposal)}
                        quiet
                      />
                    )
                  }
                />
              </AssistantMessage>
            </article>
          ))}
          {turn !== null && <RunningTurn turn={turn} />}
          {proposal !== null && !shownProposal && turn?.phase !== 'running' && (
            <ProposalCard proposal={proposal} fate="open" quiet />
          )}
          {turn === null && last !== undefined && !ended && proposal === null && (
            <Suggestions label="Suggestions" suggestions={last.answer.suggestions} />
          )}
          {ended && turn === null && (
            <Notice>This conversation has ended after a while of silence. What you write now begins a new one.</Notice>
          )}
        </div>
      </div>
      {!atEnd && (
        <button
          type="button"
          aria-label="Go to the end"
          title="Go to the end"
          onClick={goToEnd}
          className="absolute bottom-3 left-1/2 flex size-11 -translate-x-1/2 items-center justify-center rounded-full border border-line bg-surface shadow-raised hover:bg-sunken"
        >
          <ArrowDown aria-hidden className="size-5" />
        </button>
      )}
    </div>
  )
}
