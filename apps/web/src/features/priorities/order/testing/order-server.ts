import { ApolloLink, Observable, type OperationVariables, type TypedDocumentNode } from '@apollo/client';
import { moveInOrder, moveWithinArea, type OneOrder, shiftsOf } from '@chapterhouse/domain/priorities/one-order';
import { type DocumentNode, Kind, OperationTypeNode } from 'graphql';
import type { Observer } from 'rxjs';
import type {
  GoalsToServeQuery,
  MoveInOrderMutation,
  MoveInOrderMutationVariables,
  OrderChangedSubscription,
  OrderItemFragment,
  OrderMoveLineFragment,
  OrderMovesQuery,
  PlanningGoalsQuery,
  PlanningProductsQuery,
  ProductOrderQuery,
  ProductOrderQueryVariables,
} from '../../../../generated/graphql';
import { SESSION } from '../../../../platform/session/session.operations';
import type { Viewer } from '../../../../platform/session/session-provider';
import { instance, viewer } from '../../../../platform/testing/answers';
import { GOALS_TO_SERVE } from '../../item-fields/item-fields.operations';
import { PLANNING_GOALS, PLANNING_PRODUCTS } from '../../planning.operations';
import { MOVE_IN_ORDER, ORDER_CHANGED, ORDER_MOVES, PRODUCT_ORDER, UNDO_ORDER_MOVE } from '../order.operations';

export const PAYMENTS = { __typename: 'Area' as const, id: 'area-payments', name: 'Payments' };
export const HARBOUR = { __typename: 'Area' as const, id: 'area-harbour', name: 'Harbour' };
const PRODUCT = 'product-1';

/** Odd ones are of Payments, even ones of Harbour. */
export function orderItem(number: number, changes: Partial<OrderItemFragment> = {}): OrderItemFragment {
  return {
    __typename: 'BacklogItem',
    id: `item-${number}`,
    key: `B-${number}`,
    title: `Feature ${number}`,
    tier: 'FEATURE',
    kind: 'VALUE',
    state: 'READY',
    version: 1,
    viewerCan: ['item:view', 'item:score'],
    area: number % 2 === 1 ? PAYMENTS : HARBOUR,
    team: null,
    points: 5,
    blocked: false,
    servesGoal: { __typename: 'ProductGoal', id: 'goal-1', title: 'Every port pays', state: 'ACTIVE' },
    score: {
      __typename: 'ItemScore',
      value: null,
      timeCriticality: null,
      riskReduction: null,
      costOfDelay: null,
      wsjf: null,
    },
    dependencies: [],
    ...changes,
  };
}

type Refused = { code: string; details?: Record<string, unknown> };
export type Asked = { name: string; variables: Record<string, unknown> };

const nameOf = (document: DocumentNode): string => {
  const [first] = document.definitions;
  return first?.kind === Kind.OPERATION_DEFINITION ? (first.name?.value ?? '') : '';
};

/** An order as the api keeps it, in memory: windows, moves by the domain's own model, changes told live. */
export class OrderServer {
  readonly asked: Asked[] = [];
  readonly moves: OrderMoveLineFragment[] = [];
  order: OneOrder;
  number = 7;
  viewerCan: string[] = ['order:view', 'order:move'];
  ownAreas: (typeof PAYMENTS)[] = [];
  /** In the product. */
  mayBegin: string[] = ['goal:create', 'item:create', 'item:create-task'];
  /** Says no to the next move. */
  refuse: Refused | null = null;
  /** Moves are answered once this is. */
  wait: Promise<void> = Promise.resolve();
  who: Partial<Viewer> = {};
  private tell: ((change: OrderChangedSubscription['orderChanged']) => void) | null = null;
  private readonly others = new Map<string, (variables: Record<string, unknown>) => unknown>();

  constructor(private readonly items: Map<string, OrderItemFragment>) {
    this.order = [...items.values()].map(({ id, area }) => ({ id, areaId: area?.id ?? null }));
  }

  static of(count: number, changes: Record<number, Partial<OrderItemFragment>> = {}): OrderServer {
    const items = Array.from({ length: count }, (_, index) => orderItem(index + 1, changes[index + 1]));
    return new OrderServer(new Map(items.map((item) => [item.id, item])));
  }

  /** Answers another operation. */
  on<TData, TVariables extends OperationVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    answer: (variables: TVariables) => Omit<TData, '__typename'> | Refused,
  ): this {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the operation of this name has these variables
    this.others.set(nameOf(document), (variables) => answer(variables as TVariables));
    return this;
  }

  /** Somebody else moves. */
  moveByOther(ids: string[], to: MoveInOrderMutationVariables['to'], withinArea = false): void {
    this.make(ids, to, withinArea, 'Somebody else');
  }

  link(): ApolloLink {
    return new ApolloLink(
      ({ operationName = '', operationType, variables }) =>
        new Observable((observer) => {
          if (operationType === OperationTypeNode.SUBSCRIPTION) {
            if (operationName === nameOf(ORDER_CHANGED))
              this.tell = (orderChanged) => observer.next({ data: { orderChanged } });
            return;
          }
          this.asked.push({ name: operationName, variables });
          void this.deliver(operationName, variables, observer);
        }),
    );
  }

  private async deliver(name: string, variables: Record<string, unknown>, observer: Observer<ApolloLink.Result>) {
    const said = await this.answer(name, variables);
    if (isRefused(said)) {
      const { code, details = {} } = said;
      observer.next({ errors: [{ message: code, extensions: { code, details } }] });
    } else observer.next({ data: { ...(typeof said === 'object' ? said : {}) } });
    observer.complete();
  }

  private answer(name: string, variables: Record<string, unknown>): unknown {
    const other = this.others.get(name);
    if (other) return other(variables);
    switch (name) {
      case nameOf(SESSION):
        return { instance: instance(), viewer: viewer(this.who) };
      case nameOf(PLANNING_PRODUCTS):
        return PRODUCTS;
      case nameOf(GOALS_TO_SERVE):
        return { productGoals: [] } satisfies Omit<GoalsToServeQuery, '__typename'>;
      case nameOf(PLANNING_GOALS):
        return { planningGoals: { ...GOALS.planningGoals, viewerCan: this.mayBegin } };
      case nameOf(PRODUCT_ORDER):
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the operation of this name has these variables
        return this.window(variables as ProductOrderQueryVariables);
      case nameOf(MOVE_IN_ORDER):
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the operation of this name has these variables
        return this.move(variables as MoveInOrderMutationVariables);
      case nameOf(UNDO_ORDER_MOVE):
        return this.undo();
      case nameOf(ORDER_MOVES):
        return this.past();
      default:
        throw new Error(`Nobody answers ${name}.`);
    }
  }

  private window({ filter, from, count }: ProductOrderQueryVariables): Omit<ProductOrderQuery, '__typename'> {
    const all = this.order.flatMap(({ id }, index) => {
      const item = this.items.get(id);
      const areas = filter?.areaIds;
      const fits = item && (!areas || areas.includes(item.area?.id ?? 'none'));
      const found = !filter?.text || item?.title.includes(filter.text);
      return item && fits && found ? { __typename: 'OrderRow' as const, position: index + 1, item } : [];
    });
    return {
      productOrder: {
        __typename: 'ProductOrder',
        product: { __typename: 'Product', id: PRODUCT },
        number: this.number,
        length: this.order.length,
        total: all.length,
        cursor: `${this.number}:1`,
        viewerCan: this.viewerCan,
        ownAreas: this.ownAreas,
        rows: all.slice(from - 1, from - 1 + count),
      },
    };
  }

  private async move({ ids, to, reason, withinArea }: MoveInOrderMutationVariables): Promise<unknown> {
    await this.wait;
    if (this.refuse) {
      const no = this.refuse;
      this.refuse = null;
      return no;
    }
    const list = (Array.isArray(ids) ? ids : [ids]).map(String);
    const moved = this.make(list, to, withinArea ?? false, reason ?? '');
    return {
      moveInOrder: {
        __typename: 'MovedOrder',
        number: this.number,
        moves: [moved],
        undo: { __typename: 'BulkUndo', id: 'undo-1', label: `${moved.item.key} moved`, until: '2026-01-01T00:00:00Z' },
      },
    } satisfies Omit<MoveInOrderMutation, '__typename'>;
  }

  private before: OneOrder = [];
  private make(ids: string[], to: MoveInOrderMutationVariables['to'], within: boolean, reason: string) {
    this.before = this.order;
    const place = to.before
      ? { kind: 'BEFORE' as const, id: String(to.before) }
      : to.after
        ? { kind: 'AFTER' as const, id: String(to.after) }
        : to.position
          ? { kind: 'POSITION' as const, position: to.position }
          : { kind: to.topOfArea ? ('TOP_OF_AREA' as const) : to.top ? ('TOP' as const) : ('BOTTOM' as const) };
    const area = this.order.find(({ id }) => id === ids[0])?.areaId ?? null;
    const after = within ? moveWithinArea(this.order, ids, place) : moveInOrder(this.order, ids, place);
    return this.become(after, ids, within ? 'AREA' : 'ORDER', area, reason);
  }

  private become(after: OneOrder, ids: string[], scope: 'AREA' | 'ORDER', areaId: string | null, reason: string) {
    const moved = shiftsOf(this.order, after, ids);
    this.order = after;
    this.number++;
    const [first] = moved;
    const item = this.items.get(first?.itemId ?? ids[0] ?? '') ?? orderItem(1);
    const line: OrderMoveLineFragment = {
      __typename: 'OrderMove',
      id: `move-${this.number}`,
      number: this.number,
      scope,
      from: first?.from ?? null,
      to: first?.to ?? null,
      count: moved.length,
      reason,
      at: '2026-03-09T09:00:00Z',
      by: { __typename: 'Person', id: 'person-1', name: 'Ana Lindqvist' },
      item,
      area: null,
      formerArea: null,
      scenario: null,
    };
    this.moves.unshift(line);
    this.tell?.({
      __typename: 'OrderChange',
      cursor: `${this.number}:1`,
      resync: false,
      number: this.number,
      scope,
      areaId: scope === 'AREA' ? areaId : null,
      moved: moved.map((shift) => ({ __typename: 'OrderShift' as const, ...shift })),
    });
    return line;
  }

  private undo() {
    const ids = this.moves[0] ? [this.moves[0].item.id] : [];
    const line = this.become(this.before, ids, 'ORDER', null, '');
    return { undoOrderMove: { __typename: 'MovedOrder', number: this.number, moves: [line] } };
  }

  private past(): Omit<OrderMovesQuery, '__typename'> {
    return {
      orderMoves: {
        __typename: 'OrderMoveConnection',
        edges: this.moves.map((node) => ({ __typename: 'OrderMoveEdge', cursor: node.id, node })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        totalCount: this.moves.length,
      },
    };
  }
}

const isRefused = (said: unknown): said is Refused => typeof said === 'object' && said !== null && 'code' in said;

const PRODUCTS: Omit<PlanningProductsQuery, '__typename'> = {
  organization: {
    __typename: 'Organization',
    id: 'organization-1',
    products: [
      {
        __typename: 'Product',
        id: PRODUCT,
        name: 'Freight',
        viewerCan: [],
        areas: [
          { ...PAYMENTS, teams: [] },
          { ...HARBOUR, teams: [] },
        ],
      },
    ],
  },
};
const GOALS: Omit<PlanningGoalsQuery, '__typename'> = {
  planningGoals: {
    __typename: 'PlanningGoals',
    viewerCan: [],
    productGoal: null,
    sprintGoals: [],
    withoutGoal: 0,
  },
};
