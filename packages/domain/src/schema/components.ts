import {
  Card,
  ComparisonRow,
  ComplaintView,
  Facet,
  GraphNode,
  ListedDocument,
  ListedOrder,
  ListedProduct,
  RefundView,
  TrackingEvent,
  cards,
} from './card.ts'
import {
  ChatAnswer,
  ChatRequest,
  ConversationExchange,
  ConversationView,
  StreamFault,
  StreamSession,
  StreamStatus,
  StreamText,
} from './chat.ts'
import { Intent, IntentScore } from './intent.ts'
import { Problem } from './problem.ts'
import { Fact, Proposal } from './proposal.ts'
import { ProofToken } from './proof.ts'
import { Product, ProductSummary, Spec, SpecValue } from './product.ts'
import { Complaint, Delivery, Order, Refund, recordComponents } from './records.ts'
import { Edge, Ground, RelationKind } from './relation.ts'
import { DocumentKind } from './shop.ts'
import { Source } from './source.ts'
import { ToolResult } from './tool-result.ts'

/** Every schema that the API's description names as a component. */
export const componentSchemas = [
  Intent,
  IntentScore,
  ...recordComponents,
  Order,
  Delivery,
  Complaint,
  Refund,
  DocumentKind,
  RelationKind,
  SpecValue,
  Spec,
  Product,
  ProductSummary,
  Ground,
  Edge,
  Source,
  Fact,
  Proposal,
  TrackingEvent,
  RefundView,
  ComplaintView,
  ListedOrder,
  ListedProduct,
  Facet,
  ComparisonRow,
  GraphNode,
  ListedDocument,
  ...cards,
  Card,
  ToolResult,
  ChatRequest,
  ChatAnswer,
  StreamSession,
  StreamStatus,
  StreamText,
  StreamFault,
  ConversationExchange,
  ConversationView,
  ProofToken,
  Problem,
] as const
